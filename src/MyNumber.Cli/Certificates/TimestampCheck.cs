using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Jpki;
using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;

namespace MyNumber.Cli.Certificates;

/// <summary>A timestamp (RFC 3161) over a file, by anchors of timestamp authorities, which are not JPKI's.</summary>
internal static class TimestampCheck
{
    /// <summary>The content type of a token.</summary>
    public const string TokenType = "1.2.840.113549.1.9.16.1.4"; // id-ct-TSTInfo, RFC 3161 §2.4.2

    /// <summary>Whether a CMS message is a token by itself.</summary>
    public static bool IsToken(ReadOnlyMemory<byte> der) => CmsSignedDocument.TryParse(der.Span, out CmsSignedDocument? document, out _) && document.ContentType == TokenType;

    /// <summary>What is wrong with a plan for a timestamp: its authorities' status comes from lists.</summary>
    public static string? Contradiction(StatusPlan plan, Language language) => plan.Ocsp is null && plan.Stapled is null ? null
        : language.Pick("The status of a timestamp's authority comes from lists: --crl.", "タイムスタンプの認証局の失効情報は --crl で指定してください。");

    /// <summary>Judges the token, or the response that holds it; nothing when a file cannot be read, which is told.</summary>
    public static Verdict? Verify(ReadOnlyMemory<byte> stamp, ReadOnlyMemory<byte> content, IReadOnlyList<ReadOnlyMemory<byte>> anchors, StatusPlan plan, DateTimeOffset at, VerbContext context)
    {
        List<UnusedList> unused = [];
        if (ReadLists(plan.Lists, StatusOptions.ListName, unused, context) is not { } lists)
        {
            return null;
        }

        ChainOptions options = ChainOptions.Strict with { LeaveStatusOfEveryCertificateToTheCaller = plan.IsNotAsking };
        TimestampVerifier verifier = new(new ChainTimestampTrust(anchors, lists, options));
        TimestampResult result = IsToken(stamp) ? verifier.Verify(stamp.Span, content.Span, at) : verifier.VerifyResponse(stamp, content.Span, at);
        return new Verdict(VerificationReport.OfTimestamp(result, at), null, !plan.IsNotAsking) { Beside = new VerdictBeside { StampIssuer = IssuerOf(result.Authority), UnusedLists = unused } };
    }

    /// <summary>The issuer's name in an authority's certificate.</summary>
    public static string IssuerOf(ReadOnlyMemory<byte> authority)
    {
        using X509Certificate2? certificate = Read(authority);
        return certificate is null ? "?" : NameText.Of(certificate.IssuerName.RawData);
    }

    /// <summary>A certificate that need not be JPKI's, or nothing; the caller's to dispose.</summary>
    public static X509Certificate2? Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(der.Span);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Reads whole lists; nothing when a file cannot be read, which is told. What is no list or damaged is told and left out; whether one is the right one the answer tells.</summary>
    public static List<ReadOnlyMemory<byte>>? ReadLists(IReadOnlyList<string> paths, string name, List<UnusedList> unused, VerbContext context)
    {
        List<ReadOnlyMemory<byte>> lists = [];
        foreach ((int index, string path) in paths.Index())
        {
            if (FileBytes.Read(path, name, context) is not { } content)
            {
                return null;
            }

            ReadOnlyMemory<byte> list = PemText.Decode(content);
            if (ContentSniffer.Tell(list.Span) == ContentKind.RevocationList && IsWhole(list))
            {
                lists.Add(list);
                continue;
            }

            UnusedList none = new(name, index + 1, VerificationReason.StatusMalformed);
            unused.Add(none);
            context.Report.Notice(none.Text(context.Language));
        }

        return lists;
    }

    // CertificateList, RFC 5280 §5.1: its parts one by one to the end, not what is in them.
    private static bool IsWhole(ReadOnlyMemory<byte> der)
    {
        try
        {
            AsnReader outer = new(der, AsnEncodingRules.DER), list = outer.ReadSequence(), signed = list.ReadSequence();
            outer.ThrowIfNotEmpty();
            list.ReadSequence();
            list.ReadBitString(out _);
            list.ThrowIfNotEmpty();
            while (signed.HasData)
            {
                signed.ReadEncodedValue();
            }

            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
