using System.Diagnostics;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Push;

/// <summary>What goes from one body through the core to another about a person: sealed content, signed by the sender, under a code that is the sender's before the core and the receiver's behind it.</summary>
/// <remarks>Immutable. The code is masked in every text.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Delivery
{
    /// <summary>The delivery.</summary>
    public required DeliveryId Id { get; init; }

    /// <summary>What it is.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>Who sends.</summary>
    public required AgencyId Sender { get; init; }

    /// <summary>Who receives.</summary>
    public required AgencyId Receiver { get; init; }

    /// <summary>In which affair.</summary>
    public required AffairId Affair { get; init; }

    /// <summary>The procedure that a notice opens, or that is applied for; empty for a notice that opens none.</summary>
    public ProcedureId Procedure { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt
    {
        get;
        init => field = ValidPeriod.ToMilliseconds(value);
    }

    /// <summary>The first moment at which it comes too late and is shown no more.</summary>
    public required DateTimeOffset ExpiresAt
    {
        get;
        init => field = ValidPeriod.ToMilliseconds(value);
    }

    /// <summary>SHA-256 over the content in clear, so that the signature covers it.</summary>
    public required Digest ContentHash { get; init; }

    /// <summary>The content, sealed from sender to receiver under the id.</summary>
    public required ReadOnlyMemory<byte> SealedContent { get; init; }

    /// <summary>The sender's signature over all but code and sealed content.</summary>
    public ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>The code of the person: the sender's on the way to the core, the receiver's on the way from it.</summary>
    public required AgencyCode Code { get; init; }

    /// <summary>Id and kind; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Kind} {Id}";
}
