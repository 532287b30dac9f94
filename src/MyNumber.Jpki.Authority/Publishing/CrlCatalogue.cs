using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Finds daily CRLs by the path under which the host serves them: <c>sign|auth / previous|current / full|(municipality code) .crl</c>.</summary>
internal sealed class CrlCatalogue(CertificationAuthority signature, CertificationAuthority userAuthentication, CrlPublisher crls, StatusStore statuses)
{
    internal byte[]? Find(string path)
    {
        if (path.Split('/') is not [string purposeName, string generationName, string fileName]
            || PurposeOf(purposeName) is not { } purpose
            || GenerationOf(generationName) is not { } generation)
        {
            return null;
        }

        AuthorityGeneration issuer = (purpose == CertificatePurpose.Signature ? signature : userAuthentication).Of(generation);
        if (fileName == "full.crl")
        {
            return crls.Publish(issuer);
        }

        Municipality? municipality = fileName.EndsWith(".crl", StringComparison.Ordinal) ? statuses.FindMunicipality(fileName[..^4]) : null;
        return municipality is null ? null : crls.Publish(issuer, municipality);
    }

    private static CertificatePurpose? PurposeOf(string name) => name switch
    {
        "sign" => CertificatePurpose.Signature,
        "auth" => CertificatePurpose.UserAuthentication,
        _ => null,
    };

    private static KeyGeneration? GenerationOf(string name) => name switch
    {
        "previous" => KeyGeneration.Previous,
        "current" => KeyGeneration.Current,
        _ => null,
    };
}
