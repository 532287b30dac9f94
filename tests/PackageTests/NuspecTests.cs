using System.Text.RegularExpressions;

namespace MyNumber.PackageTests;

/// <summary>What the packages say of themselves.</summary>
[Collection(PackageCollection.Name)]
public sealed class NuspecTests(Feed feed)
{
    private const string Tool = "MyNumber.Cli", Templates = "MyNumber.Templates";

    /// <summary>All packages with what they need, as docs/architecture.md draws it. The tool and the templates bring what they need in themselves.</summary>
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
    [MemberData(nameof(Packages))]
    public void Library_has_one_assembly_with_its_documentation_and_symbols(string id, string[] dependencies)
    {
        PackageFile package = feed.Packages[id];
        string[] libraries = [.. package.Entries.Keys.Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        if (id is Tool or Templates)
        {
            libraries.ShouldBeEmpty($"{id}, which needs {dependencies.Length} packages");
            return;
        }

        libraries.ShouldBe([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"]);
        package.Entries[$"lib/net10.0/{id}.xml"].ShouldBeGreaterThan(1000);
        PackageFile.Read(Path.ChangeExtension(package.Path, ".snupkg")).Entries.Keys.ShouldContain($"lib/net10.0/{id}.pdb");
    }

    [Fact]
    public void Nothing_but_the_tool_brings_lab_keys_along_unasked()
    {
        // Lab keys lie in Card.Emulation and Testing; a lab authority is made from them.
        string[] lab = ["MyNumber.Card.Emulation", "MyNumber.Jpki.Authority", "MyNumber.Testing"];
        string[] real = [.. feed.Packages.Keys.Except(lab).Except([Tool])];

        real.SelectMany(id => feed.Packages[id].Dependencies.Select(needed => (id, needed))).Where(arrow => lab.Contains(arrow.needed)).ShouldBeEmpty();
        real.SelectMany(id => feed.Packages[id].Entries.Keys).Where(name => lab.Any(room => name.Contains(room, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Tool_and_templates_are_packages_of_their_kind()
    {
        Kind(Tool).ShouldBe("DotnetTool");
        Kind(Templates).ShouldBe("Template");
        feed.Packages[Tool].ReadText("tools/net10.0/any/DotnetToolSettings.xml").ShouldContain("Name=\"mynumber\"");
        feed.Packages[Templates].Entries.Keys.ShouldContain("content/mynumber-bank/.template.config/template.json");
        feed.Packages[Templates].Entries.Keys.Where(name => name.Contains("/obj/", StringComparison.Ordinal) || name.Contains("/bin/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private string Kind(string id) => feed.Packages[id].Element("packageTypes")!.Elements().Single().Attribute("name")!.Value;
}
