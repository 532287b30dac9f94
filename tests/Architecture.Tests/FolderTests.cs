using System.Reflection;
using System.Text.RegularExpressions;

namespace MyNumber.Architecture.Tests;

/// <summary>Inside a project a folder is a room too, and no two of them need each other.</summary>
/// <remarks>The arrows are read by reflection from the built assemblies: declarations, signatures and method bodies, with the namespace as the folder.
/// A constant of another folder that is used alone is not seen, because the compiler writes its value into the body.</remarks>
public sealed class FolderTests
{
    public static TheoryData<string> BuiltRooms => [.. Room.Built];

    [Theory]
    [MemberData(nameof(BuiltRooms))]
    public void Folders_of_a_project_form_no_circle(string room) =>
        FolderArrows.Circles(FolderArrows.Of(Assembly.Load(room))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(BuiltRooms))]
    public void Namespaces_follow_folders(string room) =>
        Sources(room).Where(file => SpaceOf(file) is { } space && space != ExpectedSpace(file) && !IsEntrance(space)).ShouldBeEmpty();

    [Theory]
    [InlineData("two that need each other", "A>B B>A", "A, B")]
    [InlineData("three in a ring", "A>B B>C C>A", "A, B, C")]
    [InlineData("a ring below a root", ".>A A>B B>A", "A, B")]
    [InlineData("a root in the ring", ".>A A>.", "., A")]
    [InlineData("a ring with a tail", "A>B B>A B>C C>D", "A, B")]
    [InlineData("parent and child folder", "A>A/B A/B>A", "A, A/B")]
    public void Circle_is_found(string row, string arrows, string circle) => FolderArrows.Circles(Graph(arrows)).ShouldBe([circle], row);

    [Fact]
    public void Two_circles_are_both_found() => FolderArrows.Circles(Graph("A>B B>A B>C C>D D>C")).ShouldBe(["A, B", "C, D"]);

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("a chain", "A>B B>C")]
    [InlineData("a diamond", ".>A .>B A>C B>C")]
    public void Graph_without_circle_passes(string row, string arrows) => FolderArrows.Circles(Graph(arrows)).ShouldBeEmpty(row);

    [Theory]
    [InlineData("by a field", "MyNumber.Card.Emulation", ".", "Decisions")]
    [InlineData("by a call in a body", "MyNumber.Jpki.Authority", "Publishing", "Asn1")]
    [InlineData("by a throw in a body", "MyNumber.Card", "Channels", ".")]
    [InlineData("by an interface", "MyNumber.Card.Emulation", "Objects", "Access")]
    public void Arrow_is_seen(string row, string room, string from, string to) => FolderArrows.Of(Assembly.Load(room)).ShouldContain((from, to), row);

    private static IEnumerable<(string From, string To)> Graph(string arrows) =>
        arrows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(arrow => arrow.Split('>')).Select(ends => (ends[0], ends[1]));

    private static IEnumerable<string> Sources(string room)
    {
        string root = Repository.PathOf("src", room);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(file => file.Split('/')[0] is not ("obj" or "bin"))
            .Select(file => $"src/{room}/{file}");
    }

    private static string? SpaceOf(string file)
    {
        Match declared = Regex.Match(Repository.ReadText(Repository.PathOf(file)), @"^namespace ([\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant);
        return declared.Success ? declared.Groups[1].Value : null;
    }

    /// <summary>What registers services stands, by .NET's custom, in the namespace of the container.</summary>
    private static bool IsEntrance(string space) => space == "Microsoft.Extensions.DependencyInjection";

    private static string ExpectedSpace(string file) => string.Join('.', file.Split('/')[1..^1]);
}
