using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Linting;
using MyNumber.Jpki.Paths;
using static MyNumber.JpkiFuzz.Rule;

namespace MyNumber.JpkiFuzz.Certificates;

/// <summary>Knows what was really issued, and so which answers may be yes.</summary>
internal sealed class CertificateOracle
{
    private readonly CertificateSeeds _seeds;
    private readonly PathVerifier _signature, _login;
    private readonly TrustAnchorSet _signatureAnchors;
    private readonly CertificateLinter _signatureLint, _loginLint, _authorityLint;
    private readonly CrlLinter _listLint = new(ProfileRules.ForCrl());
    private readonly OcspResponseLinter _answerLint = new(ProfileRules.ForOcspResponse());

    public CertificateOracle(CertificateSeeds seeds)
    {
        _seeds = seeds;
        _signatureAnchors = Anchors(CertificatePurpose.Signature, seeds.SignatureAuthority, CertificateProfiles.CardSignature);
        _signature = new PathVerifier(_signatureAnchors);
        _login = new PathVerifier(Anchors(CertificatePurpose.UserAuthentication, seeds.LoginAuthority, CertificateProfiles.CardUserAuthentication));
        _signatureLint = new CertificateLinter(ProfileRules.ForCertificate(CertificateProfiles.CardSignature, JpkiEnvironment.Lab));
        _loginLint = new CertificateLinter(ProfileRules.ForCertificate(CertificateProfiles.CardUserAuthentication, JpkiEnvironment.Lab));
        _authorityLint = new CertificateLinter(ProfileRules.ForAuthority(CertificatePurpose.Signature, JpkiEnvironment.Lab));
    }

    public string JudgeCertificate(byte[] input)
    {
        LintReport report = _signatureLint.Lint(input);
        bool read = JpkiCertificate.TryParse(input, out JpkiCertificate? certificate, out CertificatePart flaw);
        Demand(read || !report.IsAcceptable, "the lint accepts what cannot be read", input);
        bool acceptable = report.IsAcceptable | _loginLint.Lint(input).IsAcceptable | _authorityLint.Lint(input).IsAcceptable;
        Demand(TrustAnchor.TryParse(input, out _) == input.AsSpan().SequenceEqual(_seeds.SignatureAuthority), "a changed authority is an anchor", input);
        if (certificate is null)
        {
            return $"certificate: {flaw}";
        }

        VerificationReason profile = ProfileCheck.Match(certificate, _signatureAnchors, out _);
        bool clean = report.Findings.All(finding => finding.Rank == FindingRank.Notice);
        Demand(!clean || profile == VerificationReason.None, "the lint finds nothing where the verifier refuses the profile", input);
        Demand(!_signatureAnchors.Anchors[0].HasSigned(certificate) || IsSeed(input), "a changed certificate is signed", input);
        VerificationReason first = _signature.Verify(certificate, CertificateSeeds.Now, out _), second = _login.Verify(certificate, CertificateSeeds.Now, out _);
        Demand((first != VerificationReason.None && second != VerificationReason.None) || IsSeed(input), "a changed certificate verifies", input);
        return acceptable ? "certificate: acceptable" : "certificate: read";
    }

    public string JudgeList(byte[] input) => _listLint.Lint(input).IsAcceptable ? "list: acceptable" : "list: errors";

    public string JudgeAnswer(byte[] input) => _answerLint.Lint(input).IsAcceptable ? "answer: acceptable" : "answer: errors";

    private bool IsSeed(byte[] input) => _seeds.Certificates.Any(seed => input.AsSpan().SequenceEqual(seed));

    private static TrustAnchorSet Anchors(CertificatePurpose purpose, byte[] der, CertificateProfile profile) =>
        TrustAnchor.TryParse(der, out TrustAnchor? anchor)
            ? new TrustAnchorSet(purpose, JpkiEnvironment.Lab, [anchor], [profile])
            : throw new InvalidOperationException("The seed is no anchor.");
}
