using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace MyNumber.PackageTests;

/// <summary>What the packages say of themselves.</summary>
[Collection(PackageCollection.Name)]
public sealed class NuspecTests(Feed feed)
{
    private const string Tool = "MyNumber.Cli", Agent = "MyNumber.CardAgent", Templates = "MyNumber.Templates";

    /// <summary>All packages with what they need, as docs/architecture.md draws it. The tools and the templates bring what they need in themselves.</summary>
    public static TheoryData<string, string[]> Packages => new()
    {
        { "MyNumber.Numbering", [] },
        { "MyNumber.Card", ["MyNumber.Numbering"] },
        { "MyNumber.Card.Pcsc", ["MyNumber.Card"] },
        { "MyNumber.Card.Emulation", ["MyNumber.Card"] },
        { "MyNumber.Jpki", ["MyNumber.Numbering"] },
        { "MyNumber.Jpki.Xml", ["MyNumber.Jpki"] },
        { "MyNumber.Jpki.Pdf", ["MyNumber.Jpki"] },
        { "MyNumber.Jpki.Authority", ["MyNumber.Jpki"] },
        { "MyNumber.Jpki.AspNetCore", ["MyNumber.Jpki"] },
        { "MyNumber.Linkage", ["MyNumber.Numbering"] },
        { "MyNumber.Linkage.AspNetCore", ["MyNumber.Linkage"] },
        { "MyNumber.Testing", ["MyNumber.Card.Emulation", "MyNumber.Jpki.AspNetCore", "MyNumber.Jpki.Authority", "MyNumber.Linkage"] },
        { Tool, [] },
        { Agent, [] },
        { Templates, [] },
    };

    [Fact]
    public void Every_project_makes_its_package_and_no_other_lies_there()
    {
        string[] expected = [.. Packages.Select(row => (string)row[0]).Order(StringComparer.Ordinal)];
        Feed.Projects.Keys.Order(StringComparer.Ordinal).ShouldBe(expected);
        feed.Packages.Keys.Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_needs_what_it_is_drawn_to_need_in_its_own_version(string id, string[] dependencies)
    {
        PackageFile package = feed.Packages[id];

        package.Dependencies.ShouldBe(dependencies);
        package.DependencyVersions.Where(version => version != feed.Version).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_tells_licence_authors_and_purpose(string id, string[] dependencies)
    {
        PackageFile package = feed.Packages[id];

        package.Element("license")!.Attribute("type")!.Value.ShouldBe("expression", $"{id}, which needs {dependencies.Length} packages");
        package.Value("license").ShouldBe("MIT");
        package.Value("version").ShouldBe(feed.Version);
        package.Value("authors").ShouldNotBeNullOrWhiteSpace();
        package.Value("description")!.Length.ShouldBeGreaterThan(20);
        package.Value("description")!.ShouldNotContain("Package Description");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_has_a_readme_whose_links_lead_somewhere(string id, string[] dependencies)
    {
        PackageFile package = feed.Packages[id];

        package.Value("readme").ShouldBe("README.md", $"{id}, which needs {dependencies.Length} packages");
        string text = package.ReadText("README.md");
        text.ShouldContain("dotnet");
        Regex.Matches(text, @"\]\((?!https?://)[^)]*\)").ShouldBeEmpty("a link into the repository leads nowhere from a package");
    }

    [Theory]
    [InlineData(Agent, "mynumber-card-agent")]
    [InlineData(Templates, "mynumber-bank")]
    public void Readme_of_what_has_its_own_tells_of_it(string id, string command)
    {
        string text = feed.Packages[id].ReadText("README.md");

        text.ShouldStartWith($"# {id}\n");
        text.ShouldContain(command);
        text.ShouldContain($" install --global {Agent}\n{"mynumber-card-agent"}\n");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_has_the_icon(string id, string[] dependencies)
    {
        PackageFile package = feed.Packages[id];

        package.Value("icon").ShouldBe("icon.png", $"{id}, which needs {dependencies.Length} packages");
        byte[] icon = package.ReadBytes("icon.png");
        icon[..8].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]); // ISO/IEC 15948 5.2, then IHDR with width and height
        BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)).ShouldBe(128);
        BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)).ShouldBe(128);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Library_has_one_assembly_with_its_documentation(string id, string[] dependencies)
    {
        PackageFile package = feed.Packages[id];
        string[] libraries = [.. package.Entries.Keys.Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        if (id is Tool or Agent or Templates)
        {
            libraries.ShouldBeEmpty($"{id}, which needs {dependencies.Length} packages");
            return;
        }

        libraries.ShouldBe([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"]);
        package.Entries[$"lib/net10.0/{id}.xml"].ShouldBeGreaterThan(1000);
    }

    /// <summary>A library's are in a package of symbols beside it, a tool's in the tool; templates have nothing compiled.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void Each_assembly_of_ours_has_its_symbols(string id, string[] dependencies)
    {
        PackageFile package = feed.Packages[id];
        string[] assemblies = [.. package.Entries.Keys.Where(name => name.EndsWith(".dll", StringComparison.Ordinal) && Regex.IsMatch(Path.GetFileName(name), @"^(MyNumber\.|CardAgent\.)"))];
        bool isLibrary = id is not (Tool or Agent or Templates);
        IReadOnlyDictionary<string, long> symbols = isLibrary ? PackageFile.Read(Path.ChangeExtension(package.Path, ".snupkg")).Entries : package.Entries;

        (assemblies.Length == 0).ShouldBe(id == Templates, $"{id}, which needs {dependencies.Length} packages");
        assemblies.Select(name => Path.ChangeExtension(name, ".pdb")).Except(symbols.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_but_the_tools_brings_lab_keys_along_unasked()
    {
        // Lab keys lie in Card.Emulation and Testing; a lab authority is made from them.
        string[] lab = ["MyNumber.Card.Emulation", "MyNumber.Jpki.Authority", "MyNumber.Testing"];
        string[] real = [.. feed.Packages.Keys.Except(lab).Except([Tool, Agent])];

        real.SelectMany(id => feed.Packages[id].Dependencies.Select(needed => (id, needed))).Where(arrow => lab.Contains(arrow.needed)).ShouldBeEmpty();
        real.SelectMany(id => feed.Packages[id].Entries.Keys).Where(name => lab.Any(room => name.Contains(room, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Tools_and_templates_are_packages_of_their_kind()
    {
        Kind(Tool).ShouldBe("DotnetTool");
        Kind(Agent).ShouldBe("DotnetTool");
        Kind(Templates).ShouldBe("Template");
        feed.Packages[Tool].ReadText("tools/net10.0/any/DotnetToolSettings.xml").ShouldContain("Name=\"mynumber\"");
        feed.Packages[Agent].ReadText("tools/net10.0/any/DotnetToolSettings.xml").ShouldContain("Name=\"mynumber-card-agent\"");
        feed.Packages[Templates].Entries.Keys.ShouldContain("content/mynumber-bank/.template.config/template.json");
        feed.Packages[Templates].Entries.Keys.Where(name => name.Contains("/obj/", StringComparison.Ordinal) || name.Contains("/bin/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private string Kind(string id) => feed.Packages[id].Element("packageTypes")!.Elements().Single().Attribute("name")!.Value;
}
