using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;

namespace DocumentSigning;

/// <summary>What a verifier needs beside a document, as files: the lists of both authorities, of before the house was moved; and how the tool is asked about each document.</summary>
internal static class KeptFiles
{
    public const string Anchor = "lab-anchor.pem";
    public const string TimeAnchor = "lab-time-anchor.pem";
    private const string List = "lab-list.crl";
    private const string TimeList = "lab-time-list.crl";
    private const string Root = $"{{{Papers.ApplicationSpace}}}申請書";

    public static void WriteLists(LabWorld world, TimestampAuthority time, WorkFolder folder)
    {
        folder.Write(List, world.Authority.Crls.Publish(world.Authority.Of(CertificatePurpose.Signature).Current, snapshot: CrlSnapshot.Now));
        folder.Write(TimeList, time.PublishList());
    }

    /// <summary>The lines for a shell in the folder.</summary>
    public static IEnumerable<string> ToolLines(IEnumerable<string> documents) =>
        documents.Select(document => $"mynumber jpki verify {document} --anchor {Anchor} --crl {List}{More(document)}");

    private static string More(string document) => document switch
    {
        "enveloped.xml" => $" --xml-enveloped '{Root}'",
        "detached.xml" => $" --xml-signature-in '{Root}/{{{Papers.ApplicationSpace}}}署名情報' --xml-signed '{Root}/{{{Papers.ApplicationSpace}}}構成情報'",
        "detached.p7s" => " --content detached.p7s.txt",
        "timestamped.p7m" => $" --time-anchor {TimeAnchor} --time-crl {TimeList}",
        _ => string.Empty,
    };
}
