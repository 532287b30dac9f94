namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Names of the HTTP clients.</summary>
public static class JpkiHttpClients
{
    /// <summary>Asks OCSP responders.</summary>
    public const string Ocsp = "mynumber-jpki-ocsp";

    /// <summary>Fetches lists of revoked certificates (CRL).</summary>
    public const string Crl = "mynumber-jpki-crl";
}
