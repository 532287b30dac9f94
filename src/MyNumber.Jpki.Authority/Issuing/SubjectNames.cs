using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>Subject names in the observed shapes. The parts that look random come from key generation and serial, so they change at every issuance and repeat in a rerun.</summary>
internal static class SubjectNames
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string HexDigits = "0123456789ABCDEF";

    internal static LabName For(CertificatePurpose purpose, Municipality municipality, DateTimeOffset issuedAt, ReadOnlySpan<byte> issuerKeyIdentifier, uint serial)
    {
        byte[] seed = Seed(issuerKeyIdentifier, serial);
        return purpose == CertificatePurpose.Signature
            ? new LabName(
                NameAttribute.Country("JP"),
                NameAttribute.Locality(municipality.Prefecture),
                NameAttribute.Locality(municipality.Name),
                NameAttribute.CommonName(SignatureCommonName(issuedAt, seed)))
            : new LabName(NameAttribute.Country("JP"), NameAttribute.CommonName(UserAuthenticationCommonName(municipality, seed)));
    }

    /// <summary>14 characters, the municipality's five digits, three digits, <c>A</c>.</summary>
    private static string UserAuthenticationCommonName(Municipality municipality, byte[] seed) =>
        Pick(HexDigits, seed.AsSpan(0, 9)) + Pick(Letters, seed.AsSpan(9, 5)) + municipality.Code + Pick("0123456789", seed.AsSpan(14, 3)) + "A";

    /// <summary>28 digits: the issuing instant in Japan time, then 14 more.</summary>
    private static string SignatureCommonName(DateTimeOffset issuedAt, byte[] seed) =>
        ValidityRule.JapanTime(issuedAt).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + Pick("0123456789", seed.AsSpan(0, 14));

    private static byte[] Seed(ReadOnlySpan<byte> issuerKeyIdentifier, uint serial)
    {
        Span<byte> input = stackalloc byte[issuerKeyIdentifier.Length + sizeof(uint)];
        issuerKeyIdentifier.CopyTo(input);
        BinaryPrimitives.WriteUInt32BigEndian(input[issuerKeyIdentifier.Length..], serial);
        return SHA256.HashData(input);
    }

    private static string Pick(string alphabet, ReadOnlySpan<byte> seed)
    {
        Span<char> text = stackalloc char[seed.Length];
        for (int i = 0; i < seed.Length; i++)
        {
            text[i] = alphabet[seed[i] % alphabet.Length];
        }

        return text.ToString();
    }
}
