using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Sealing;

/// <summary>The private keys of one body's interface system: one signs its replies (情報の文書性), one agrees on keys for data in transit. Both are on P-256.</summary>
/// <remarks>The keys are the body's; the core gets <see cref="Card"/> only and so can pass data on but not read it. Thread safe. The owner disposes it.</remarks>
public sealed class BodyIdentity : IDisposable
{
    private readonly ECDsa _signing;
    private readonly ECDiffieHellman _agreeing;
    private readonly Lock _gate = new();

    /// <summary>Takes keys over.</summary>
    /// <param name="agency">Whose keys.</param>
    /// <param name="signing">A P-256 key with its private part; disposed with this.</param>
    /// <param name="agreeing">A P-256 key with its private part; disposed with this.</param>
    /// <exception cref="ArgumentNullException">A key is null.</exception>
    /// <exception cref="ArgumentException">The agency is empty or a key is not on P-256.</exception>
    public BodyIdentity(AgencyId agency, ECDsa signing, ECDiffieHellman agreeing)
    {
        ArgumentNullException.ThrowIfNull(signing);
        ArgumentNullException.ThrowIfNull(agreeing);
        _signing = signing;
        _agreeing = agreeing;
        Card = new BodyCard(agency, signing.ExportSubjectPublicKeyInfo(), agreeing.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Whose keys.</summary>
    public AgencyId Agency => Card.Agency;

    /// <summary>The public parts.</summary>
    public BodyCard Card { get; }

    /// <summary>Makes fresh keys.</summary>
    /// <param name="agency">Whose keys.</param>
    /// <returns>An identity; the caller's.</returns>
    /// <exception cref="ArgumentException">The agency is empty.</exception>
    public static BodyIdentity Create(AgencyId agency) =>
        new(agency, ECDsa.Create(ECCurve.NamedCurves.nistP256), ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Signs bytes with SHA-256.</summary>
    /// <param name="bytes">What is signed.</param>
    /// <returns>r and s, 64 bytes.</returns>
    public byte[] Sign(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            return _signing.SignData(bytes, HashAlgorithmName.SHA256);
        }
    }

    /// <summary>Disposes the keys.</summary>
    public void Dispose()
    {
        _signing.Dispose();
        _agreeing.Dispose();
    }

    /// <summary>The shared secret with another body; the array is the caller's to clear.</summary>
    internal byte[] Agree(BodyCard other)
    {
        using ECDiffieHellman theirs = ECDiffieHellman.Create();
        theirs.ImportSubjectPublicKeyInfo(other.AgreementKey.Span, out _);
        lock (_gate)
        {
            return _agreeing.DeriveRawSecretAgreement(theirs.PublicKey);
        }
    }
}
