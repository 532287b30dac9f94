using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>A timestamp token (タイムスタンプトークン): CMS SignedData over TSTInfo (RFC 3161 §2.4.2), read and so far believed in nothing.</summary>
/// <remarks>Accepted: DER throughout, TSTInfo version 1, one signer, no critical extension. Immutable and thread safe; all memories are slices of one private copy.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TimestampToken
{
    /// <summary>The longest token, in bytes (64 KiB). The ceiling is this library's choice; tokens with their certificates have a few kilobytes.</summary>
    public const int MaximumLength = 65536;

    private TimestampToken(CmsSignedDocument document, TimestampInfo info)
    {
        Document = document;
        Info = info;
    }

    /// <summary>The whole token, DER.</summary>
    public ReadOnlyMemory<byte> RawData => Document.RawData;

    /// <summary>OID of the policy under which it was made.</summary>
    public string Policy => Info.Policy;

    /// <summary>OID of the hash of what was stamped.</summary>
    public string HashAlgorithm => Info.HashAlgorithm;

    /// <summary>The hash of what was stamped.</summary>
    public ReadOnlyMemory<byte> Imprint => Info.Imprint;

    /// <summary>The token's serial number: INTEGER contents.</summary>
    public ReadOnlyMemory<byte> SerialNumber => Info.SerialNumber;

    /// <summary>The time (genTime), in UTC, fractions down to 100 ns.</summary>
    public DateTimeOffset GeneratedAt => Info.GeneratedAt;

    /// <summary>How far the time may be off, to both sides; <see langword="null"/> when the token leaves it to the policy.</summary>
    public TimeSpan? Accuracy => Info.Accuracy;

    /// <summary>Whether tokens of this authority are in the order of their times even within the accuracy.</summary>
    public bool IsOrdered => Info.IsOrdered;

    /// <summary>The nonce: INTEGER contents; empty when absent.</summary>
    public ReadOnlyMemory<byte> Nonce => Info.Nonce;

    /// <summary>The certificates inside, DER as found; none of them is trusted.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates => Document.Certificates;

    internal CmsSignedDocument Document { get; }

    internal TimestampInfo Info { get; }

    /// <summary>Reads one token.</summary>
    /// <param name="der">Exactly one ContentInfo with the token; it is copied.</param>
    /// <param name="token">The token, or <see langword="null"/>.</param>
    /// <returns>Whether the bytes are a token of a supported shape. No input throws.</returns>
    public static bool TryParse(ReadOnlySpan<byte> der, [NotNullWhen(true)] out TimestampToken? token)
    {
        token = null;
        if (der.Length > MaximumLength
            || !CmsSignedDocument.TryParse(der, out CmsSignedDocument? document, out _)
            || document.ContentType != TimestampInfo.ContentType
            || document.Signers.Count != 1
            || document.Content is not { } content)
        {
            return false;
        }

        try
        {
            token = new TimestampToken(document, TimestampInfo.Read(content));
            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>Whether the time lies in a certificate's period, the whole last second in it.</summary>
    internal bool IsMadeIn(DateTimeOffset notBefore, DateTimeOffset notAfter) =>
        GeneratedAt >= notBefore && GeneratedAt.AddTicks(-(GeneratedAt.Ticks % TimeSpan.TicksPerSecond)) <= notAfter;

    /// <summary>The time.</summary>
    /// <returns>A text without anything of what was stamped.</returns>
    public override string ToString() => $"TimestampToken({GeneratedAt:O})";
}
