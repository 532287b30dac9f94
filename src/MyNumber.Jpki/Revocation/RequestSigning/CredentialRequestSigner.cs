using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Signatures;

namespace MyNumber.Jpki.Revocation.RequestSigning;

/// <summary>Signs OCSP requests with a certificate and its key: RSA PKCS#1 v1.5 with SHA-256, or ECDSA with the hash of its curve (P-256 SHA-256, P-384 SHA-384).</summary>
/// <remarks>As thread safe as the credential's key is.</remarks>
public sealed class CredentialRequestSigner : IOcspRequestSigner
{
    private readonly SignerCredential _credential;
    private readonly SignatureMethod _method;

    /// <summary>Signs with a credential.</summary>
    /// <param name="credential">The verifier's own certificate and key, not a holder's.</param>
    public CredentialRequestSigner(SignerCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        bool isP384 = credential.Certificate.PublicKey.Curve == Signatures.Primitives.EcCurve.P384;
        DigestAlgorithm digest = DigestAlgorithm.Find(isP384 ? Oids.Sha384 : Oids.Sha256)!;
        _credential = credential;
        _method = new SignatureMethod(digest, credential.IsRsa ? SignatureKind.Pkcs1 : SignatureKind.Ecdsa);
        SignatureAlgorithm = EncodeAlgorithm(credential.IsRsa ? digest.Rsa : digest.Ecdsa, credential.IsRsa);
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> RequestorName => _credential.Certificate.Subject.Der;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> RawCertificate => _credential.RawCertificate;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> SignatureAlgorithm { get; }

    /// <summary>Signs tbsRequest with one operation of the key.</summary>
    /// <param name="toBeSigned">DER of TBSRequest.</param>
    /// <returns>The signature value. The key's own exceptions, such as a card's, go through.</returns>
    public ReadOnlyMemory<byte> Sign(ReadOnlySpan<byte> toBeSigned) => _credential.SignHash(_method.Digest.Hash(toBeSigned), _method);

    // RFC 4055 §5: RSA has NULL; RFC 5758 §3.2: ECDSA has no parameters.
    private static byte[] EncodeAlgorithm(string oid, bool hasNull)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (hasNull)
            {
                writer.WriteNull();
            }
        }

        return writer.Encode();
    }
}
