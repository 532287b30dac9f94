using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Validation;

/// <summary>How much work one verification may cost (検証の作業量の上限). What costs more is not judged: <see cref="VerificationReason.WorkLimitExceeded"/>, undetermined.</summary>
/// <remarks>
/// <para>Immutable. The highest values are the ceilings of the readers, which no setting raises. Not among the settings, because it is fixed by construction: one issuer
/// candidate for a certificate (generations have distinct key identifiers), so one signature of an issuer and one of the signer for each signer, and one question about status.</para>
/// <para>Foreign chains have budgets of their own: <see cref="Chains.ChainOptions"/>.</para>
/// </remarks>
public sealed record VerificationLimits
{
    /// <summary>The highest value of <see cref="MaximumDocumentLength"/>, in bytes: the ceiling of the reader of documents.</summary>
    public const int HighestDocumentLength = 16 * 1024 * 1024;

    /// <summary>The highest value of <see cref="MaximumSigners"/>: the ceiling of the reader of documents.</summary>
    public const int HighestSigners = 16;

    /// <summary>The strict defaults.</summary>
    public static VerificationLimits Strict { get; } = new();

    /// <summary>The longest certificate, in bytes; 1 to <see cref="JpkiCertificate.MaximumLength"/>, which is the default.</summary>
    public int MaximumCertificateLength { get; init; } = JpkiCertificate.MaximumLength;

    /// <summary>The longest signed document, in bytes, an attached content included; 1 to <see cref="HighestDocumentLength"/>, which is the default.</summary>
    public int MaximumDocumentLength { get; init; } = HighestDocumentLength;

    /// <summary>The most signers of a document where several are expected; 1 to <see cref="HighestSigners"/>, which is the default. Each costs two signatures and a question about status.</summary>
    public int MaximumSigners { get; init; } = HighestSigners;

    /// <summary>The most bytes of content that are hashed for one document, each signer counted; zero or more, default 1 GiB.</summary>
    public long MaximumHashedLength { get; init; } = 1L << 30;

    internal bool AllowsHashing(int signers, long contentLength) => signers * contentLength <= MaximumHashedLength;

    internal void Validate()
    {
        Hold(MaximumCertificateLength, JpkiCertificate.MaximumLength, nameof(MaximumCertificateLength));
        Hold(MaximumDocumentLength, HighestDocumentLength, nameof(MaximumDocumentLength));
        Hold(MaximumSigners, HighestSigners, nameof(MaximumSigners));
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumHashedLength);
    }

    private static void Hold(int limit, int highest, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, highest, name);
    }
}
