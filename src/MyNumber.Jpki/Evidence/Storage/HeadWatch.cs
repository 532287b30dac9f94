namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>Watches whether a journal that is read comes by a head that was kept elsewhere.</summary>
internal sealed class HeadWatch
{
    private readonly EvidenceHead? _known;
    private bool _seen;

    public HeadWatch(EvidenceHead? known)
    {
        _known = known;
        See(new EvidenceHead(0, Convert.ToHexStringLower(JournalLine.Start)));
    }

    /// <summary>Whether it did; null when there is no head to come by.</summary>
    public bool? Holds => _known is null ? null : _seen;

    public void See(EvidenceHead head) =>
        _seen |= _known is { } known && head.Lines == known.Lines && string.Equals(head.Sha256, known.Sha256, StringComparison.OrdinalIgnoreCase);
}
