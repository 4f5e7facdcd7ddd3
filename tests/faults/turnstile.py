"""Several workers that go on one step at a time, in an order that is given: each interleaving can be had.

A step is one question to a store. Between two steps nothing of the others happens.
"""

from __future__ import annotations

import threading


class Turnstile:
    """Lets one worker through at a time; `order` says which of those that wait, by number."""

    def __init__(self, order):
        self._order = iter(order)
        self._arrived = threading.Semaphore(0)
        self._waiting: dict[int, threading.Semaphore] = {}
        self._here = threading.local()
        self.steps = 0

    def run(self, jobs):
        """Run the jobs to their end and return what each returned; raises what one raised."""
        found: list[object] = [None] * len(jobs)
        wrong: list[BaseException] = []

        def work(number, job):
            self._here.number = number
            try:
                self.step()
                found[number] = job()
            except BaseException as error:  # noqa: BLE001 - it is raised below
                wrong.append(error)
            finally:
                del self._here.number
                self._arrived.release()

        workers = [
            threading.Thread(target=work, args=(number, job)) for number, job in enumerate(jobs)
        ]
        for worker in workers:
            worker.start()
        for _ in workers:
            self._arrived.acquire()
        while self._waiting:
            ready = sorted(self._waiting)
            gate = self._waiting.pop(ready[next(self._order, 0) % len(ready)])
            self.steps += 1
            gate.release()
            self._arrived.acquire()
        for worker in workers:
            worker.join()
        if wrong:
            raise wrong[0]
        return found

    def step(self):
        """Wait until it is this worker's turn; whoever is no worker goes through."""
        number = getattr(self._here, "number", None)
        if number is None:
            return
        gate = self._waiting[number] = threading.Semaphore(0)
        self._arrived.release()
        gate.acquire()


class Stepping:
    """A store of which each question is a step of whoever asks."""

    def __init__(self, store, turnstile):
        self._store = store
        self._turnstile = turnstile

    def __getattr__(self, name):
        asked = getattr(self._store, name)

        def stepping(*values):
            self._turnstile.step()
            return asked(*values)

        return stepping
