using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace MyNumber.Jpki.Evidence;

/// <summary>Evidence as JSON in UTF-8: stable property names, bytes in base64, instants in ISO 8601, enums by name.</summary>
/// <remarks>The JSON is personal data (確認記録): it holds the certificate. Encrypt it at rest and keep it out of logs.</remarks>
public static class EvidenceJson
{
    /// <summary>The longest JSON that is read, in bytes (1 MiB): the certificate and the OCSP response are a few kilobytes. The ceiling is this library's choice.</summary>
    public const int MaximumLength = 1024 * 1024;

    /// <summary>Writes evidence.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <returns>JSON in UTF-8 without byte-order mark.</returns>
    /// <exception cref="JsonException">An enum has a value without name.</exception>
    public static byte[] Serialize(VerificationEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return JsonSerializer.SerializeToUtf8Bytes(evidence, EvidenceJsonContext.Default.VerificationEvidence);
    }

    /// <summary>Reads evidence of <see cref="VerificationEvidence.OldestFormat"/> to <see cref="VerificationEvidence.CurrentFormat"/>; unknown, missing and doubled properties and inexact names are refused.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <param name="evidence">The evidence, or <see langword="null"/>.</param>
    /// <returns>Whether it could be read. No input throws.</returns>
    public static bool TryDeserialize(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out VerificationEvidence? evidence)
    {
        evidence = null;
        if (utf8.Length > MaximumLength)
        {
            return false;
        }

        try
        {
            VerificationEvidence? read = JsonSerializer.Deserialize(utf8, EvidenceJsonContext.Default.VerificationEvidence);
            evidence = read?.Format is >= VerificationEvidence.OldestFormat and <= VerificationEvidence.CurrentFormat ? read : null;
            return evidence is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
