using System.CommandLine;
using System.Text;
using MyNumber.Cli.Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Linting;

namespace MyNumber.Cli.Verbs;

/// <summary><c>jpki lint FILE</c>: a certificate, list or OCSP response against the profile's rows.</summary>
internal sealed class JpkiLintVerb : IVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "Certificate, revocation list or OCSP response, DER or PEM; - is standard input." };
    private readonly Option<string?> _profile = new("--profile") { Description = "sign, auth, sign-ca or auth-ca; without it as the certificate itself says.", HelpName = "PROFILE" };
    private readonly Option<string> _environment = new("--environment") { Description = "Whose names to expect: lab (also without the option), test or production.", HelpName = "lab|test|production", DefaultValueFactory = _ => "lab" };

    public JpkiLintVerb()
    {
        _profile.AcceptOnlyFromAmong("sign", "auth", "sign-ca", "auth-ca");
        _environment.AcceptOnlyFromAmong("lab", "test", "production");
    }

    public Command Describe() => new("lint", "Lint a file against the profile (プロファイルとの照合). Exit codes: 0 no error; 1 an error was found, or the file is none of these; 2 the command line is wrong; 3 the file cannot be read.")
    {
        _file, _profile, _environment,
    };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        if (FileBytes.Read(parsed.GetValue(_file)!, _file.Name, context) is not { } content)
        {
            return ExitCode.Undetermined;
        }

        ReadOnlyMemory<byte> der = PemText.Decode(content);
        ContentKind kind = ContentSniffer.Tell(der.Span);
        if (kind != ContentKind.Certificate && parsed.GetValue(_profile) is not null)
        {
            return context.Report.Fail(ExitCode.Usage, [context.Language.Pick("--profile is for certificates.", "--profile は電子証明書にだけ使えます。")]);
        }

        LintReport? report = kind switch
        {
            ContentKind.Certificate => LintCertificate(der, parsed.GetValue(_profile), parsed.GetValue(_environment)!),
            ContentKind.RevocationList => new CrlLinter(ProfileRules.ForCrl()).Lint(der),
            ContentKind.OcspResponse => new OcspResponseLinter(ProfileRules.ForOcspResponse()).Lint(der),
            _ => null,
        };
        return report is null
            ? context.Report.Fail(ExitCode.Refused, [context.Language.Pick(
                "The file is no certificate, revocation list or OCSP response.", "電子証明書・失効リスト・OCSP 応答のいずれでもありません。")])
            : Tell(context, report);
    }

    private static LintReport LintCertificate(ReadOnlyMemory<byte> der, string? profile, string environment)
    {
        JpkiEnvironment place = Enum.Parse<JpkiEnvironment>(environment, ignoreCase: true);
        JpkiCertificate.TryParse(der.Span, out JpkiCertificate? certificate, out _);
        bool isAuthority = profile?.EndsWith("-ca", StringComparison.Ordinal) ?? certificate?.IsAuthority == true;
        bool isSignature = profile?.StartsWith("sign", StringComparison.Ordinal) ?? (certificate is null || CertificateWords.IsSignature(certificate) || (isAuthority && !IsUserAuthority(certificate)));
        CertificatePurpose purpose = isSignature ? CertificatePurpose.Signature : CertificatePurpose.UserAuthentication;
        ProfileRuleSet rules = isAuthority ? ProfileRules.ForAuthority(purpose, place) : ProfileRules.ForCertificate(AnchorOptions.ProfileOf(purpose, environment, null), place);
        return new CertificateLinter(rules).Lint(der);
    }

    // Both authorities' certificates have one shape; the unit in the name tells them apart.
    private static bool IsUserAuthority(JpkiCertificate certificate) => certificate.SubjectName.Span.IndexOf("user authentication"u8) >= 0;

    private static ExitCode Tell(VerbContext context, LintReport report)
    {
        if (context.Report.IsJson)
        {
            context.Report.Data.WriteLine(Encoding.UTF8.GetString(LintJson.Serialize(report)));
        }
        else
        {
            context.Report.Data.Write(report.ToText(context.Language == Language.Japanese).ReplaceLineEndings(Environment.NewLine));
        }

        return report.IsAcceptable ? ExitCode.Done : ExitCode.Refused;
    }
}
