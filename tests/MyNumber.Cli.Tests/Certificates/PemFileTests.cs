using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Tests.Authorities;

namespace MyNumber.Cli.Tests.Certificates;

/// <summary>What is taken for PEM, and what only has some in it.</summary>
public sealed class PemFileTests
{
    private const string NotAsking = "--accept-without-asking-for-the-status";
    private static readonly byte[] _mark = [0xEF, 0xBB, 0xBF];

    [Theory]
    [InlineData("a line end, then a PDF with a signed message", "pdf", "")]
    [InlineData("a byte order mark, then XML with one in a comment", "xml", "--xml-enveloped form")]
    [InlineData("an archive with one in a stored member", "zip", "")]
    [InlineData("an archive with one in its comment", "zip comment", "")]
    [InlineData("a text with one at its end", "text", "")]
    [InlineData("one with a text behind it", "text behind", "")]
    [InlineData("two, the second damaged", "two", "")]
    [InlineData("two that are good", "twice", "")]
    [InlineData("one that begins twice", "begun twice", "")]
    [InlineData("one with another end", "another end", "")]
    [InlineData("one without an end", "no end", "")]
    [InlineData("two byte order marks", "two marks", "")]
    public void File_with_a_valid_block_among_other_things_is_not_valid(string row, string made, string more)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string pem = Pem(SignedFiles.Attached(bench));
        string file = bench.Write("trick", Make(made, pem));
        ToolRun run = Verify(bench, file, more.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        run.Code.ShouldBe(ExitCode.Refused, $"{row}: {run.All}");
    }

    [Theory]
    [InlineData("alone", "", "")]
    [InlineData("behind a byte order mark", "\uFEFF", "")]
    [InlineData("between white space", "\r\n\t ", " \r\n\r\n")]
    [InlineData("behind both", "\uFEFF\n", "\n")]
    public void One_block_with_nothing_beside_it_is_read(string row, string before, string behind)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string file = bench.Write("one.pem", Encoding.UTF8.GetBytes(before + Pem(SignedFiles.Attached(bench)) + behind));
        ToolRun run = Verify(bench, file);
        run.Code.ShouldBe(ExitCode.Done, $"{row}: {run.All}");
        bench.Run("jpki", "inspect", file, "--json").Json[0].GetProperty("kind").GetString().ShouldBe("SignedMessage", row);
    }

    [Fact]
    public void Signed_xml_behind_a_byte_order_mark_is_xml()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string file = bench.Write("marked.xml", [.. _mark, .. File.ReadAllBytes(SignedFiles.Xml(bench))]);
        ToolRun run = Verify(bench, file, "--xml-enveloped", "form");
        run.Code.ShouldBe(ExitCode.Done, run.All);
        run.Json[0].GetProperty("kind").GetString().ShouldBe("Xml");
        Verify(bench, file).Code.ShouldBe(ExitCode.Usage);
        bench.Run("jpki", "inspect", file, "--json").Json[0].GetProperty("kind").GetString().ShouldBe("Xml");
    }

    [Theory]
    [InlineData("a byte order mark", "mark", 0)]
    [InlineData("the same one twice", "twice", 0)]
    [InlineData("a text before", "text", 3)]
    [InlineData("a damaged one behind", "two", 3)]
    public void Anchors_are_blocks_alone(string row, string made, int code)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string pem = File.ReadAllText(bench.SignatureAnchors);
        string anchors = bench.Write("anchors", made == "mark" ? [.. _mark, .. Encoding.ASCII.GetBytes(pem)] : Make(made, pem));
        ToolRun run = bench.Run("jpki", "verify", SignedFiles.Attached(bench), "--anchor", anchors, NotAsking);
        ((int)run.Code).ShouldBe(code, $"{row}: {run.All}");
    }

    [Fact]
    public void Inspection_shows_the_first_of_several_blocks_and_lint_judges_none()
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        string several = bench.Write("several.pem", Make("twice", File.ReadAllText(bench.SignatureAnchors)));
        bench.Run("jpki", "inspect", several, "--json").Json[0].GetProperty("kind").GetString().ShouldBe("Certificate");
        bench.Run("jpki", "lint", several).Code.ShouldBe(ExitCode.Refused);
    }

    [Theory]
    [InlineData("beginnings without an end", "-----BEGIN A-----\n", "")]
    [InlineData("beginnings, then an end", "-----BEGIN A-----\n", "-----END A-----\n")]
    [InlineData("ends without a beginning", "-----END A-----\n", "")]
    [InlineData("empty blocks", "-----BEGIN A-----\n-----END A-----\n", "")]
    public void Long_file_of_boundaries_is_refused_after_one_reading(string row, string part, string end)
    {
        using AuthorityBench bench = AuthorityBench.WithCard();
        const int Long = 15 << 20;
        string file = bench.Write("long.pem", string.Concat(Enumerable.Repeat(part, Long / part.Length)) + end);
        Verify(bench, file).Code.ShouldBe(ExitCode.Refused, row);
        bench.Run("jpki", "inspect", file).Code.ShouldBe(ExitCode.Refused, row);
        bench.Run("jpki", "lint", file).Code.ShouldBe(ExitCode.Refused, row);
    }

    private static byte[] Make(string made, string pem) => made switch
    {
        "pdf" => [.. "\n"u8, .. SignedFiles.BlankPdf(), .. Encoding.ASCII.GetBytes("%\n" + pem)],
        "xml" => [.. _mark, .. Encoding.ASCII.GetBytes($"<form>x<!--\n{pem}\n--></form>")],
        "zip" => Zip(pem, string.Empty),
        "zip comment" => Zip("x", "\n" + pem + "\n"),
        "text" => Encoding.ASCII.GetBytes("a contract\n" + pem),
        "text behind" => Encoding.ASCII.GetBytes(pem + "\na contract"),
        "two" => Encoding.ASCII.GetBytes(pem + "\n" + pem.Replace("MII", "MIJ", StringComparison.Ordinal)),
        "twice" => Encoding.ASCII.GetBytes(pem + "\n" + pem + "\n"),
        "begun twice" => Encoding.ASCII.GetBytes("-----BEGIN CMS-----\n" + pem),
        "another end" => Encoding.ASCII.GetBytes(pem.Replace("END CMS", "END PKCS7", StringComparison.Ordinal)),
        "no end" => Encoding.ASCII.GetBytes(pem[..pem.IndexOf("-----END", StringComparison.Ordinal)]),
        "two marks" => [.. _mark, .. _mark, .. Encoding.ASCII.GetBytes(pem)],
        _ => throw new ArgumentOutOfRangeException(nameof(made)),
    };

    private static byte[] Zip(string member, string comment)
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.Comment = comment;
            using StreamWriter writer = new(archive.CreateEntry("member.txt", CompressionLevel.NoCompression).Open());
            writer.Write("\n" + member + "\n");
        }

        return file.ToArray();
    }

    private static string Pem(string file) => PemEncoding.WriteString("CMS", File.ReadAllBytes(file));

    private static ToolRun Verify(AuthorityBench bench, string file, params string[] more) =>
        bench.Run(["jpki", "verify", file, "--anchor", bench.SignatureAnchors, NotAsking, "--json", .. more]);
}
