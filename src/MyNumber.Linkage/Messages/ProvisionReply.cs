using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Messages;

/// <summary>A provider's answer (情報提供): how it ended, the data sealed for the inquirer, and a signature that makes it evidence (情報の文書性).</summary>
/// <remarks>Immutable. The core passes the data on unread. The layout is ours.</remarks>
public sealed record ProvisionReply
{
    /// <summary>The inquiry.</summary>
    public required InquiryId Inquiry { get; init; }

    /// <summary>Who answers.</summary>
    public required AgencyId Provider { get; init; }

    /// <summary>How it ended.</summary>
    public required InquiryOutcome Outcome { get; init; }

    /// <summary>When it was provided; only with <see cref="InquiryOutcome.Provided"/>.</summary>
    public DateTimeOffset? ProvidedAt { get; init; }

    /// <summary>Whether the fact is withheld from the person, and why.</summary>
    public NonDisclosure NonDisclosure { get; init; }

    /// <summary>To which moment the data are true (基準日時); only when provided.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The edition of the layout; only when provided.</summary>
    public LayoutVersion Layout { get; init; }

    /// <summary>SHA-256 of the payload in clear with random bytes behind it, which are sealed with it, so that the hash tells nobody on the way which of a few payloads it is; zero when nothing was provided.</summary>
    public Digest PayloadHash { get; init; }

    /// <summary>The commitment of the record as the provider wrote it into its log.</summary>
    public required Digest Commitment { get; init; }

    /// <summary>The payload, sealed for the inquirer; empty when nothing was provided.</summary>
    public ReadOnlyMemory<byte> SealedPayload { get; init; }

    /// <summary>The permit as it came; empty on the way to the inquirer.</summary>
    public ReadOnlyMemory<byte> Permit { get; init; }

    /// <summary>The provider's signature over <see cref="MessageEncoding.SignedPart"/>.</summary>
    public ReadOnlyMemory<byte> Signature { get; init; }
}
