namespace MyNumber.Jpki.Chains;

/// <summary>One question: does a path lead from an end entity to an anchor, at an instant, by what is given here and nothing else?</summary>
/// <remarks>The memories are read during the call; those of a valid path are kept by the answer, so they must not change while it is used. Nothing is fetched.</remarks>
public sealed record ChainRequest
{
    /// <summary>The certificate that is judged, DER.</summary>
    public required ReadOnlyMemory<byte> EndEntity { get; init; }

    /// <summary>Certificates that a path may lead over, DER, in any order; also certificates of keys that sign lists. None of them is believed unproved.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Intermediates { get; init; } = [];

    /// <summary>Trust anchors (信頼点) as certificates, DER. Pinned by the caller, never taken from the other side. Their signature of themselves is not looked at;
    /// period, basicConstraints, key usage, path length, name and policy constraints are held (RFC 5937).</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Anchors { get; init; }

    /// <summary>Revocation lists (失効リスト), DER: complete, partitioned, indirect and delta lists in any order.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Crls { get; init; } = [];

    /// <summary>The instant to judge for; fractions of a second are dropped, since certificates count whole seconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How strictly; default <see cref="ChainOptions.Strict"/>.</summary>
    public ChainOptions Options { get; init; } = ChainOptions.Strict;
}
