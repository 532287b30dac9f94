using System.CommandLine;
using System.Security.Cryptography;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Cli.Certificates;

/// <summary>The anchors that the user pins, and which profile is accepted under them.</summary>
internal sealed class AnchorOptions
{
    public const string PurposeName = "--purpose";
    private const string Name = "--anchor";
    private const int MostBytes = 1 << 20;
    private const int Sha256Length = 32;

    private readonly Option<string[]> _anchors = new(Name) { Description = "A file with an authority's self-signed certificates (認証局の自己署名証明書), DER or PEM; again for more. Never one from a card.", HelpName = "FILE", Required = true };
    private readonly Option<string?> _purpose = new(PurposeName) { Description = "Of a certificate by itself: sign or auth; without it as its key usage says. Documents are always signed with the signature certificate.", HelpName = "sign|auth" };
    private readonly Option<string> _environment = new("--environment") { Description = "lab (also without the option), test or production. Anchors that bear the real service's name are held against its fingerprints in any case.", HelpName = "lab|test|production", DefaultValueFactory = _ => "lab" };
    private readonly Option<string?> _policy = new("--policy") { Description = "The certificate policy that is accepted in place of the profile's, dotted.", HelpName = "OID" };

    public AnchorOptions()
    {
        _purpose.AcceptOnlyFromAmong("sign", "auth");
        _environment.AcceptOnlyFromAmong("lab", "test", "production");
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_anchors);
        command.Options.Add(_purpose);
        command.Options.Add(_environment);
        command.Options.Add(_policy);
    }

    /// <summary>The purpose that was asked for, or that of the certificate.</summary>
    public CertificatePurpose PurposeOf(ParseResult parsed, JpkiCertificate? certificate) => parsed.GetValue(_purpose) switch
    {
        "sign" => CertificatePurpose.Signature,
        "auth" => CertificatePurpose.UserAuthentication,
        _ => certificate is null || CertificateWords.IsSignature(certificate) ? CertificatePurpose.Signature : CertificatePurpose.UserAuthentication,
    };

    /// <summary>Whether the user said for what a certificate is.</summary>
    public bool NamesPurpose(ParseResult parsed) => parsed.GetValue(_purpose) is not null;

    /// <summary>Whether the user said what only JPKI's certificates have.</summary>
    public bool NamesProfile(ParseResult parsed) => parsed.GetValue(_policy) is not null || parsed.GetResult(_environment) is { Implicit: false };

    /// <summary>Reads anchors of another hierarchy, or says why they are not taken.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? LoadBare(ParseResult parsed, VerbContext context) => BareAnchor.Load(parsed.GetValue(_anchors) ?? [], Name, context);

    /// <summary>Reads the anchors, or says why they are not taken.</summary>
    public TrustAnchorSet? Load(ParseResult parsed, VerbContext context, CertificatePurpose purpose)
    {
        if (ReadFiles(parsed.GetValue(_anchors) ?? [], Name, context) is not { } files)
        {
            return null;
        }

        string environment = parsed.GetValue(_environment)!;
        List<CertificateProfile> profiles = [ProfileOf(purpose, environment, parsed.GetValue(_policy))];
        return environment == "production" || files.Any(BearsProductionName)
            ? LoadProduction(files, purpose, profiles, context)
            : LoadOwn(files, purpose, environment == "test" ? JpkiEnvironment.Test : JpkiEnvironment.Lab, profiles, context);
    }

    /// <summary>Reads files of certificates, or says why not.</summary>
    public static List<TrustAnchorFile>? ReadFiles(IReadOnlyList<string> paths, string name, VerbContext context)
    {
        List<TrustAnchorFile> files = [];
        foreach (string path in paths)
        {
            if (FileBytes.Read(path, name, context, MostBytes) is not { } content)
            {
                return null;
            }

            files.Add(new TrustAnchorFile(string.Empty, content));
        }

        return files;
    }

    /// <summary>The profile of a purpose in an environment.</summary>
    public static CertificateProfile ProfileOf(CertificatePurpose purpose, string environment, string? policy)
    {
        CertificateProfile profile = purpose == CertificatePurpose.UserAuthentication ? CertificateProfiles.CardUserAuthentication
            : environment == "test" ? CertificateProfiles.TestCardSignature : CertificateProfiles.CardSignature;
        return policy is null ? profile : profile with { Policy = policy };
    }

    private static TrustAnchorSet? LoadProduction(List<TrustAnchorFile> files, CertificatePurpose purpose, List<CertificateProfile> profiles, VerbContext context)
    {
        TrustAnchorLoadResult loaded = TrustAnchorLoader.ForProduction(purpose).Load(files, profiles);
        if (loaded.Anchors is null)
        {
            string[] faults = [.. loaded.Rejected.Select(rejected => rejected.Fault.ToString()).Distinct(StringComparer.Ordinal)];
            context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick(
                $"{Name}: An anchor is not one of the real service's: {string.Join(", ", faults)}. Fetch it again from the issuing body.", $"{Name}: 本番の認証局証明書と一致しません: {string.Join(", ", faults)}。発行元から取り直してください。")]);
        }

        return loaded.Anchors;
    }

    private static TrustAnchorSet? LoadOwn(List<TrustAnchorFile> files, CertificatePurpose purpose, JpkiEnvironment environment, List<CertificateProfile> profiles, VerbContext context)
    {
        List<TrustAnchor> anchors = [];
        bool right = true;
        foreach (ReadOnlyMemory<byte> der in files.SelectMany(Split))
        {
            right &= TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor);
            if (anchor is not null && !anchors.Exists(other => other.Certificate.RawData.Span.SequenceEqual(anchor.Certificate.RawData.Span)))
            {
                anchors.Add(anchor);
            }
        }

        right &= anchors.Count != 0 && anchors.DistinctBy(anchor => Convert.ToHexString(anchor.KeyIdentifier.Span)).Count() == anchors.Count;
        if (!right)
        {
            TellNoAuthority(Name, context);
            return null;
        }

        return new TrustAnchorSet(purpose, environment, anchors, profiles);
    }

    /// <summary>Says that a file is of no use.</summary>
    public static void TellNoAuthority(string name, VerbContext context) => context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick(
        $"{name}: A file holds something that is no authority's self-signed certificate.", $"{name}: 認証局の自己署名証明書でないものがファイルにあります。")]);

    private static bool BearsProductionName(TrustAnchorFile file) => Split(file).Any(der =>
        JpkiCertificate.TryParse(der.Span, out JpkiCertificate? certificate, out _) && IsProductionName(certificate.SubjectName.Span));

    private static bool IsProductionName(ReadOnlySpan<byte> name)
    {
        Span<byte> hash = stackalloc byte[Sha256Length];
        SHA256.HashData(name, hash);
        return hash.SequenceEqual(ProductionAuthorities.NameSha256(CertificatePurpose.Signature).Span)
            || hash.SequenceEqual(ProductionAuthorities.NameSha256(CertificatePurpose.UserAuthentication).Span);
    }

    /// <summary>The certificates of a file, DER.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Split(TrustAnchorFile file)
    {
        byte[] content = file.Contents.ToArray();
        return PemText.Blocks(content) is { Count: > 0 } blocks ? blocks.Select(block => (ReadOnlyMemory<byte>)block) : [content];
    }
}
