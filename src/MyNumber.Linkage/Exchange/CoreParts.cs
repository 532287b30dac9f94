using System.Security.Cryptography;
using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Permission.Permits;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Exchange;

/// <summary>What the core's part of the exchange is made of. Everything stays the caller's.</summary>
public sealed class CoreParts
{
    /// <summary>The directory, matrix and notices in force now.</summary>
    public required Func<PermissionPolicy> Policy { get; init; }

    /// <summary>The conversion of codes.</summary>
    public required ICodeConversion Codes { get; init; }

    /// <summary>The desk that seals permits; their lifetime is how long a provider may take.</summary>
    public required PermitDesk Permits { get; init; }

    /// <summary>Public keys of the bodies.</summary>
    public required INetworkDirectory Directory { get; init; }

    /// <summary>Checks signatures.</summary>
    public required BodySignatures Signatures { get; init; }

    /// <summary>The core's log (番号法23条3項).</summary>
    public required PartyLog Log { get; init; }

    /// <summary>By which a person finds the records of their own; without it nobody does.</summary>
    public RecordFinder? Finder { get; init; }

    /// <summary>Where inquiries under way are kept.</summary>
    public required IBodyStore Store { get; init; }

    /// <summary>The key under which they are kept; its body is a number that no agency has.</summary>
    public required BodyCipher Cipher { get; init; }

    /// <summary>Source of the salts; thread safe.</summary>
    public required RandomNumberGenerator Random { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>How far an inquirer's clock may be off; five minutes unless said.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the core waits for one body's line before it counts as not reached; thirty seconds unless said.</summary>
    public TimeSpan LinePatience { get; init; } = TimeSpan.FromSeconds(30);
}
