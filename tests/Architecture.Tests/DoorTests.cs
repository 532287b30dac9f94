using System.Reflection;

namespace MyNumber.Architecture.Tests;

public sealed class DoorTests
{
    public static TheoryData<string> BuiltRooms => [.. Room.Built];

    [Theory]
    [MemberData(nameof(BuiltRooms))]
    public void Assembly_references_only_rooms_that_its_row_opens(string room)
    {
        string[] allowed = [.. Room.All[room].Reachable().Select(reached => reached.Name)];
        ReferencesOf(room).Where(name => name.StartsWith("MyNumber.", StringComparison.Ordinal)).Except(allowed).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BuiltRooms))]
    public void Assembly_references_only_the_platform_and_packages_that_its_row_opens(string room)
    {
        Room[] reached = [.. Room.All[room].Reachable()];
        string[] packages = [.. reached.SelectMany(open => open.Packages)];
        bool web = reached.Any(open => open.Frameworks.Contains("Microsoft.AspNetCore.App"));
        ReferencesOf(room)
            .Where(name => !name.StartsWith("MyNumber.", StringComparison.Ordinal) && !packages.Contains(name))
            .Where(name => !IsPlatform(name) && !(web && IsWeb(name)))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("the card never sees the verifier", "MyNumber.Card", "MyNumber.Jpki")]
    [InlineData("nor does the reader layer", "MyNumber.Card.Pcsc", "MyNumber.Jpki")]
    [InlineData("nor does the emulator", "MyNumber.Card.Emulation", "MyNumber.Jpki")]
    [InlineData("the verifier never sees the card", "MyNumber.Jpki", "MyNumber.Card")]
    [InlineData("nor does the authority", "MyNumber.Jpki.Authority", "MyNumber.Card")]
    [InlineData("nor do the web parts", "MyNumber.Jpki.AspNetCore", "MyNumber.Card")]
    [InlineData("nor do XML signatures", "MyNumber.Jpki.Xml", "MyNumber.Card")]
    [InlineData("nor do PDF signatures", "MyNumber.Jpki.Pdf", "MyNumber.Card")]
    [InlineData("linkage has no card", "MyNumber.Linkage", "MyNumber.Card")]
    [InlineData("linkage has no certificates", "MyNumber.Linkage", "MyNumber.Jpki")]
    [InlineData("linkage knows no lab", "MyNumber.Linkage", "MyNumber.Testing")]
    [InlineData("the lab has no web services of linkage", "MyNumber.Testing", "MyNumber.Linkage.AspNetCore")]
    [InlineData("the card needs no emulator", "MyNumber.Card", "MyNumber.Card.Emulation")]
    [InlineData("the verifier needs no authority", "MyNumber.Jpki", "MyNumber.Jpki.Authority")]
    public void Closed_doors_stay_closed_in_the_table(string row, string from, string to) =>
        Room.All[from].Reachable().Select(room => room.Name).ShouldNotContain(to, row);

    [Fact]
    public void Every_project_in_src_has_a_row() => Room.Built.Except(Room.All.Keys).ShouldBeEmpty();

    private static bool IsPlatform(string name) =>
        name is "System" or "mscorlib" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal)
        || name is "Microsoft.Win32.Primitives" or "Microsoft.CSharp";

    private static bool IsWeb(string name) =>
        name is "Microsoft.AspNetCore" or "Microsoft.Net.Http.Headers" || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    private static IEnumerable<string> ReferencesOf(string room) => Assembly.Load(room).GetReferencedAssemblies().Select(name => name.Name!);
}
