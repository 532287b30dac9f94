using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace MyNumber.PackageTests;

/// <summary>A package as it lies in the feed.</summary>
public sealed record PackageFile(string Path, XElement Metadata, IReadOnlyDictionary<string, long> Entries)
{
    private static readonly XName _name = "id";

    public string Id => Value("id")!;

    /// <summary>Names of the packages that it needs.</summary>
    public IReadOnlyList<string> Dependencies =>
        [.. Metadata.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute(_name)!.Value).Order(StringComparer.Ordinal)];

    /// <summary>Versions in which it needs them.</summary>
    public IReadOnlyList<string> DependencyVersions =>
        [.. Metadata.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("version")!.Value).Distinct()];

    public static PackageFile Read(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return new PackageFile(path, XDocument.Load(nuspec).Root!.Elements().Single(), archive.Entries.ToDictionary(entry => entry.FullName, entry => entry.Length, StringComparer.Ordinal));
    }

    public string? Value(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

    public XElement? Element(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    public string ReadText(string entry) => Encoding.UTF8.GetString(ReadBytes(entry));

    public byte[] ReadBytes(string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path);
        using Stream content = archive.GetEntry(entry)!.Open();
        byte[] bytes = new byte[Entries[entry]];
        content.ReadExactly(bytes);
        return bytes;
    }
}
