using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>A certificate and the changes of its status. Guarded by the ledger's lock.</summary>
internal sealed class StatusRecord(IssuedCertificate certificate)
{
    private readonly List<StatusEvent> _events = [];

    internal IssuedCertificate Certificate { get; } = certificate;

    internal IReadOnlyList<StatusEvent> Events => _events;

    internal IssuedStatus Latest => _events.Count == 0 ? IssuedStatus.Good : _events[^1].Status;

    internal bool IsOf(ReadOnlySpan<byte> issuerKeyIdentifier) => Certificate.Identity.IssuerKeyIdentifier.Span.SequenceEqual(issuerKeyIdentifier);

    internal void Add(StatusEvent change) => _events.Add(change);

    /// <summary>The status as it stood at an instant, changes of that instant included.</summary>
    internal IssuedStatus At(DateTimeOffset instant)
    {
        int last = _events.FindLastIndex(change => change.At <= instant);
        return last < 0 ? IssuedStatus.Good : _events[last].Status;
    }
}
