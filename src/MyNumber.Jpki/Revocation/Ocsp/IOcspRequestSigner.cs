namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Signs requests for a responder that demands to know who asks (RFC 6960 §4.1.2). <c>CredentialRequestSigner</c> does it with a certificate and its key.</summary>
/// <remarks>Called once for each request, from any thread.</remarks>
public interface IOcspRequestSigner
{
    /// <summary>Name of the one who asks, DER; the subject of its certificate.</summary>
    ReadOnlyMemory<byte> RequestorName { get; }

    /// <summary>The signer's certificate, DER; it travels with the request.</summary>
    ReadOnlyMemory<byte> RawCertificate { get; }

    /// <summary>AlgorithmIdentifier of the signature, DER.</summary>
    ReadOnlyMemory<byte> SignatureAlgorithm { get; }

    /// <summary>Signs tbsRequest.</summary>
    /// <param name="toBeSigned">DER of TBSRequest, tag and length included.</param>
    /// <returns>The signature value.</returns>
    ReadOnlyMemory<byte> Sign(ReadOnlySpan<byte> toBeSigned);
}
