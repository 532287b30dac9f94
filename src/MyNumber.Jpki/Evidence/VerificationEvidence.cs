using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;

namespace MyNumber.Jpki.Evidence;

/// <summary>The record of one verification (検証記録): what was checked, when, against which status answer, under which legal method letter, and what came out.</summary>
/// <remarks>
/// <para>It belongs to the identity-check record (確認記録), which is kept for seven years from the end of the contract, together with the document itself
/// (rules 19(1)(ii) and act 6; single source). It holds the signature certificate with the holder's four attributes: keep it apart from the store of consents to
/// the latest attributes, where the certificate must not be.</para>
/// <para>A refused or undetermined verification has evidence too; parts that were not reached are empty. Immutable and thread safe.
/// <see cref="ToString"/> is masked; <see cref="EvidenceJson"/> writes everything.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class VerificationEvidence
{
    /// <summary>The format that this version writes.</summary>
    public const int CurrentFormat = 3;

    /// <summary>The oldest format that this version reads: as 3, without origin and time of receipt of the status.</summary>
    public const int OldestFormat = 2;

    /// <summary>Version of the form in which the evidence is written.</summary>
    public required int Format { get; init; }

    /// <summary>Version of the library that decided.</summary>
    public required string VerifierVersion { get; init; }

    /// <summary>The instant of the verification.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>Valid, invalid or undetermined.</summary>
    public required VerificationOutcome Outcome { get; init; }

    /// <summary>The reason; <see cref="VerificationReason.None"/> when valid.</summary>
    public required VerificationReason Reason { get; init; }

    /// <summary>SHA-256 of the signed content, which is not the whole signed document; empty when there was none to read.</summary>
    public ReadOnlyMemory<byte> ContentSha256 { get; init; }

    /// <summary>OID of the signature's digest; <see langword="null"/> when the document could not be read.</summary>
    public string? DigestAlgorithm { get; init; }

    /// <summary>OID of the signature algorithm; <see langword="null"/> when the document could not be read.</summary>
    public string? SignatureAlgorithm { get; init; }

    /// <summary>The signed attributes, DER with tag [0], over which the signature was made; empty when there were none.</summary>
    public ReadOnlyMemory<byte> SignedAttributes { get; init; }

    /// <summary>The signature value.</summary>
    public ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>The signer's certificate, DER. It is personal.</summary>
    public ReadOnlyMemory<byte> SignerCertificate { get; init; }

    /// <summary>The issuer's certificate, DER: the pinned generation that signed <see cref="SignerCertificate"/>, without which nothing can be verified again; empty when no path was found.</summary>
    public ReadOnlyMemory<byte> IssuerCertificate { get; init; }

    /// <summary>SHA-256 of the pinned anchor's DER; empty when no path was found.</summary>
    public ReadOnlyMemory<byte> AnchorSha256 { get; init; }

    /// <summary>Policy OID of the profile that the certificate fitted; <see langword="null"/> when no path was found.</summary>
    public string? Policy { get; init; }

    /// <summary>Where the anchor comes from; <see langword="null"/> when no path was found.</summary>
    public JpkiEnvironment? Environment { get; init; }

    /// <summary>The status answer; <see langword="null"/> when status was not asked.</summary>
    public StatusRecord? Status { get; init; }

    /// <summary>The legal method letter in force at <see cref="CheckedAt"/>; <see langword="null"/> unless valid, because nothing was checked by that method otherwise, and when the table has none.</summary>
    public LegalMethod? LegalMethod { get; init; }

    /// <summary>Records a document verification.</summary>
    /// <param name="result">The answer; a detached content must still be unchanged.</param>
    /// <param name="methods">The table of letters; <see langword="null"/> for <see cref="LegalMethods.Default"/>.</param>
    /// <returns>The evidence.</returns>
    public static VerificationEvidence From(DocumentVerificationResult result, LegalMethods? methods = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new VerificationEvidence
        {
            Format = CurrentFormat,
            VerifierVersion = LibraryVersion,
            CheckedAt = result.CheckedAt,
            Outcome = result.Outcome,
            Reason = result.Reason,
            ContentSha256 = result.UnverifiedContent is { } content ? SHA256.HashData(content.Span) : default,
            DigestAlgorithm = result.SignerInfo?.DigestAlgorithm,
            SignatureAlgorithm = result.SignerInfo?.SignatureAlgorithm,
            SignedAttributes = result.SignerInfo?.EncodedSignedAttributes ?? default,
            Signature = result.SignerInfo?.Signature ?? default,
            SignerCertificate = result.Certificate?.RawData ?? default,
            IssuerCertificate = result.Path?.Issuer.Certificate.RawData ?? default,
            AnchorSha256 = result.Path is { } path ? SHA256.HashData(path.Issuer.Certificate.RawData.Span) : default,
            Policy = result.Path?.Profile.Policy,
            Environment = result.Path?.Environment,
            Status = result.Validation?.Status is { } status ? StatusRecord.From(status) : null,
            LegalMethod = result.Outcome == VerificationOutcome.Valid ? (methods ?? LegalMethods.Default).Find(result.CheckedAt) : null,
        };
    }

    /// <summary>Outcome and reason.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"VerificationEvidence({Outcome}, {Reason})";

    private static string LibraryVersion { get; } =
        typeof(VerificationEvidence).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
