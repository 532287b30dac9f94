using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Sealing;

/// <summary>The public keys of one body's interface system, as the directory of the network tells them to all.</summary>
/// <remarks>Immutable.</remarks>
public sealed class BodyCard
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Makes a card.</summary>
    /// <param name="agency">Whose keys.</param>
    /// <param name="signingKey">SubjectPublicKeyInfo of the key that signs; copied.</param>
    /// <param name="agreementKey">SubjectPublicKeyInfo of the key that agrees; copied.</param>
    /// <exception cref="ArgumentException">The agency is empty or a key is none on P-256.</exception>
    public BodyCard(AgencyId agency, ReadOnlySpan<byte> signingKey, ReadOnlySpan<byte> agreementKey)
    {
        if (agency.IsEmpty || !IsP256(signingKey) || !IsP256(agreementKey))
        {
            throw new ArgumentException("A body's card needs an agency and two keys on P-256.", nameof(signingKey));
        }

        Agency = agency;
        SigningKey = signingKey.ToArray();
        AgreementKey = agreementKey.ToArray();
    }

    /// <summary>Whose keys.</summary>
    public AgencyId Agency { get; }

    /// <summary>SubjectPublicKeyInfo of the key that signs.</summary>
    public ReadOnlyMemory<byte> SigningKey { get; }

    /// <summary>SubjectPublicKeyInfo of the key that agrees.</summary>
    public ReadOnlyMemory<byte> AgreementKey { get; }

    private static bool IsP256(ReadOnlySpan<byte> info)
    {
        try
        {
            using ECDsa key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(info, out int read);
            return read == info.Length && key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
