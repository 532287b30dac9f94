using System.Globalization;
using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>An answer as it goes out. One that was signed for a tick carries what a cache on the way may know (RFC 5019 §5).</summary>
/// <remarks>Thread safe. Nobody changes the bytes.</remarks>
internal sealed class OcspAnswer(byte[] encoded)
{
    private long _position;
    private string? _entityTag;
    private string? _lastModified;
    private string? _expires;

    internal ReadOnlyMemory<byte> Encoded { get; } = encoded;

    /// <summary>Whether it was signed once for all who ask in its tick.</summary>
    internal bool IsPresigned { get; private init; }

    internal CertificateIdentity Certificate { get; private init; }

    internal IssuedStatus Status { get; private init; }

    internal DateTimeOffset ProducedAt { get; private init; }

    /// <summary>Whether <see cref="ProducedAt"/> tells this answer from every other that this responder gave about the certificate: no other was made in its second, as far as is known.</summary>
    internal bool IsToldByTime { get; set; }

    internal DateTimeOffset NextUpdate { get; private init; }

    /// <summary>Place in the register up to which the status is known to be this one; only grows.</summary>
    internal long Position
    {
        get => Volatile.Read(ref _position);
        set => Volatile.Write(ref _position, value);
    }

    internal string EntityTag => _entityTag ??= $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoded.Span))}\"";

    internal string LastModified => _lastModified ??= HttpTime(ProducedAt);

    internal string Expires => _expires ??= HttpTime(NextUpdate);

    internal static OcspAnswer Presigned(byte[] encoded, CertificateIdentity certificate, IssuedStatus status, long position, (DateTimeOffset ProducedAt, DateTimeOffset NextUpdate) times) => new(encoded)
    {
        IsPresigned = true,
        Certificate = certificate,
        Status = status,
        ProducedAt = times.ProducedAt,
        NextUpdate = times.NextUpdate,
        Position = position,
    };

    internal static string HttpTime(DateTimeOffset instant) => instant.ToString("R", CultureInfo.InvariantCulture);
}
