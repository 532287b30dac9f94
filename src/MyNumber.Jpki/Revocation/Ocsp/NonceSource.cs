namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Fills a nonce with bytes that nobody can foretell.</summary>
/// <param name="nonce">The whole of it is to be filled.</param>
public delegate void NonceSource(Span<byte> nonce);
