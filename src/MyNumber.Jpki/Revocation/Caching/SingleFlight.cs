using System.Diagnostics.CodeAnalysis;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Revocation.Caching;

/// <summary>Brings questions about one certificate that come at the same time to one question.</summary>
/// <remarks>A waiter that is cancelled leaves the others alone; when the last one has left, the question itself is cancelled.</remarks>
internal sealed class SingleFlight
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CertificateIdentity, Flight> _flights = [];

    /// <summary>Waits for the question that is under way, or asks it.</summary>
    /// <param name="identity">The certificate.</param>
    /// <param name="ask">Asks; called at most once for all who wait.</param>
    /// <param name="keep">Takes the answer for later, unless everybody left meanwhile or <see cref="ForgetAll"/> was called: such an answer may be older than one that is kept.</param>
    /// <param name="onShared">Called when somebody else had asked already.</param>
    /// <param name="cancellationToken">Ends this wait.</param>
    public async Task<RevocationEvidence> RunAsync(
        CertificateIdentity identity,
        Func<CancellationToken, ValueTask<RevocationEvidence>> ask,
        Action<RevocationEvidence> keep,
        Action onShared,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bool starts = Join(identity, out Flight flight);
        try
        {
            if (starts)
            {
                _ = FlyAsync(identity, flight, ask, keep);
            }
            else
            {
                onShared();
            }

            return await flight.Landed.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(identity, flight);
        }
    }

    /// <summary>Lets go of every question under way: those who wait get their answer, it is not kept, and whoever comes now asks anew.</summary>
    public void ForgetAll()
    {
        lock (_gate)
        {
            _flights.Clear();
        }
    }

    private bool Join(CertificateIdentity identity, out Flight flight)
    {
        lock (_gate)
        {
            bool starts = !_flights.TryGetValue(identity, out Flight? present);
            flight = present ?? (_flights[identity] = new Flight());
            flight.Waiters++;
            return starts;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the source throws is for those who wait.")]
    private async Task FlyAsync(CertificateIdentity identity, Flight flight, Func<CancellationToken, ValueTask<RevocationEvidence>> ask, Action<RevocationEvidence> keep)
    {
        try
        {
            RevocationEvidence answer = await ask(flight.Cancellation.Token).ConfigureAwait(false);
            Land(identity, flight, () => keep(answer));
            flight.Landed.TrySetResult(answer);
        }
        catch (Exception failure)
        {
            Land(identity, flight, () => { });
            flight.Landed.TrySetException(failure);
            _ = flight.Landed.Task.Exception; // seen here, in case nobody waits any more
        }
    }

    // Kept and forgotten in one step, so that a question that was let go of never keeps.
    private void Land(CertificateIdentity identity, Flight flight, Action keep)
    {
        lock (_gate)
        {
            flight.HasLanded = true;
            if (Forget(identity, flight))
            {
                keep();
            }
        }
    }

    private void Leave(CertificateIdentity identity, Flight flight)
    {
        lock (_gate)
        {
            flight.Waiters--;
            if (flight.Waiters != 0 || flight.HasLanded)
            {
                return;
            }

            Forget(identity, flight); // whoever comes now asks anew
        }

        flight.Cancellation.Cancel();
    }

    private bool Forget(CertificateIdentity identity, Flight flight) =>
        _flights.TryGetValue(identity, out Flight? present) && ReferenceEquals(present, flight) && _flights.Remove(identity);

    // The source of cancellation has no timer and hands out no wait handle, so nothing is left to dispose.
    private sealed class Flight
    {
        public TaskCompletionSource<RevocationEvidence> Landed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Cancellation { get; } = new();

        public int Waiters { get; set; }

        public bool HasLanded { get; set; }
    }
}
