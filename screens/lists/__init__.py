"""The lists over all meetings: actions, parked points, reservations."""
