using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing.Keys;

namespace MyNumber.Benchmarks.Jpki.Lists;

/// <summary>Writes a signed list of any size to a file without holding it: the same bytes for the same count. Serials of four octets in no order, 95 of 100 entries with a reason, times within four years.</summary>
internal static class LargeList
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Bare = [0x30, 0x15, 0x02, 0x04, 0, 0, 0, 0, 0x17, 0x0D, .. "YYMMDDHHMMSSZ"u8];
    private static readonly byte[] Reasons = [1, 3, 3, 3, 4, 4, 4, 5, 5, 6];

    public static DateTimeOffset Now { get; } = From.AddHours(12);

    public static X509Certificate2 Authority { get; } = MakeAuthority();

    /// <summary>The serial at a place: different for every place below 2^30.</summary>
    public static uint SerialAt(int index) => unchecked(0x4000_0000 + ((uint)index * 0x2545_F491 & 0x3FFF_FFFF));

    public static TrustAnchorSet Anchors() =>
        TrustAnchor.TryParse(Authority.RawData, out TrustAnchor? anchor)
            ? new(CertificatePurpose.Signature, JpkiEnvironment.Lab, [anchor], [CertificateProfiles.CardSignature])
            : throw new InvalidOperationException();

    public static void Write(string path, int count)
    {
        long entries = (23L * count) + (14L * Enumerable.Range(0, count).Count(HasReason));
        byte[] before = Before(), after = Extensions(), algorithm = Algorithm();
        byte[] revokedHeader = Header(0x30, entries);
        byte[] tbsHeader = Header(0x30, before.Length + revokedHeader.Length + entries + after.Length);
        long tbs = tbsHeader.Length + before.Length + revokedHeader.Length + entries + after.Length;
        byte[] signatureHeader = [0x03, 0x82, 0x01, 0x01, 0x00];
        using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        file.Write(Header(0x30, tbs + algorithm.Length + signatureHeader.Length + 256));
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (byte[] part in (byte[][])[tbsHeader, before, revokedHeader])
        {
            Put(file, hash, part);
        }

        WriteEntries(file, hash, count);
        Put(file, hash, after);
        using RSA key = LabKeyPool.Load(0);
        file.Write(algorithm);
        file.Write(signatureHeader);
        file.Write(key.SignHash(hash.GetHashAndReset(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static bool HasReason(int index) => index % 20 != 7;

    private static void WriteEntries(FileStream file, IncrementalHash hash, int count)
    {
        byte[] entry = [.. Bare, 0x30, 0x0C, 0x30, 0x0A, 0x06, 0x03, 0x55, 0x1D, 0x15, 0x04, 0x03, 0x0A, 0x01, 0x00];
        for (int i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(entry.AsSpan(4), SerialAt(i));
            DateTimeOffset since = From.AddSeconds(-(SerialAt(i) % 126_000_000));
            Encoding.ASCII.GetBytes($"{since:yyMMddHHmmss}", entry.AsSpan(10));
            entry[1] = (byte)(HasReason(i) ? 0x23 : 0x15);
            entry[^1] = Reasons[i % Reasons.Length];
            Put(file, hash, entry.AsSpan(0, entry[1] + 2));
        }
    }

    private static void Put(FileStream file, IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        file.Write(part);
        hash.AppendData(part);
    }

    private static byte[] Before()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        writer.WriteInteger(1);
        writer.WriteEncodedValue(Algorithm());
        writer.WriteEncodedValue(Authority.SubjectName.RawData);
        writer.WriteUtcTime(From);
        writer.WriteUtcTime(From.AddDays(2));
        byte[] parts = new byte[writer.GetEncodedLength()];
        writer.Encode(parts);
        return parts;
    }

    private static byte[] Extensions()
    {
        byte[] key = Convert.FromHexString(Authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifier!);
        byte[] authority = [0x30, 0x1F, 0x06, 0x03, 0x55, 0x1D, 0x23, 0x04, 0x18, 0x30, 0x16, 0x80, 0x14, .. key];
        byte[] number = [0x30, 0x0A, 0x06, 0x03, 0x55, 0x1D, 0x14, 0x04, 0x03, 0x02, 0x01, 0x01];
        byte[] list = [.. Header(0x30, authority.Length + number.Length), .. authority, .. number];
        return [.. Header(0xA0, list.Length), .. list];
    }

    private static byte[] Algorithm() => [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B, 0x05, 0x00];

    private static byte[] Header(byte tag, long length)
    {
        Span<byte> octets = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(octets, length);
        octets = octets.TrimStart((byte)0);
        return length < 0x80 ? [tag, (byte)length] : [tag, (byte)(0x80 | octets.Length), .. octets];
    }

    private static X509Certificate2 MakeAuthority()
    {
        RSA key = LabKeyPool.Load(0);
        X500DistinguishedName name = new("C=JP, O=Benchmark Lab, OU=Lab for digital signature", X500DistinguishedNameFlags.ForceUTF8Encoding);
        CertificateRequest request = new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.Create(name, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), From.AddYears(-1), From.AddYears(9), [0x01]);
    }
}
