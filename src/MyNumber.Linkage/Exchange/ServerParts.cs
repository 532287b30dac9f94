using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Exchange;

/// <summary>What one body's intermediate server is made of. Everything stays the caller's.</summary>
public sealed class ServerParts
{
    /// <summary>Where the body's rows are kept.</summary>
    public required IBodyStore Store { get; init; }

    /// <summary>The body's key.</summary>
    public required BodyCipher Cipher { get; init; }

    /// <summary>The body's keys for signing and sealing.</summary>
    public required BodyIdentity Identity { get; init; }

    /// <summary>Public keys of the other bodies.</summary>
    public required INetworkDirectory Directory { get; init; }

    /// <summary>Seals and opens data.</summary>
    public required PayloadSealer Sealer { get; init; }

    /// <summary>Checks signatures.</summary>
    public required BodySignatures Signatures { get; init; }

    /// <summary>The body's log (番号法23条1項).</summary>
    public required PartyLog Log { get; init; }

    /// <summary>The line to the core.</summary>
    public required ICoreLine Core { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>How long after its request an answer that does not hold is asked for again; a day unless said.</summary>
    public TimeSpan DoubtfulFor { get; init; } = TimeSpan.FromDays(1);
}
