using System.Reflection;

namespace MyNumber.Architecture.Tests;

/// <summary>The public surface of each library is text that a reviewer reads. <c>eng/approve-api.sh</c> accepts a change.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> LibraryNames => [.. Room.Libraries];

    [Theory]
    [MemberData(nameof(LibraryNames))]
    public void Public_surface_is_the_approved_one(string library)
    {
        string path = Repository.PathOf("tests", "Architecture.Tests", "PublicApi", library + ".approved.txt");
        string surface = PublicApiText.Of(Assembly.Load(library));
        if (Environment.GetEnvironmentVariable("MYNUMBER_APPROVE_API") == "1")
        {
            File.WriteAllText(path, surface);
        }

        string approved = File.Exists(path) ? Repository.ReadText(path) : string.Empty;
        string[] now = surface.Split('\n');
        string[] before = approved.Split('\n');
        string difference = string.Join('\n', before.Except(now).Select(line => "- " + line).Concat(now.Except(before).Select(line => "+ " + line)));
        surface.ShouldBe(approved, $"The public API of {library} changed; read the difference and run eng/approve-api.sh.\n{difference}");
    }

    [Fact]
    public void No_approved_text_is_left_of_a_library_that_is_gone() =>
        Directory.EnumerateFiles(Repository.PathOf("tests", "Architecture.Tests", "PublicApi"), "*.approved.txt")
            .Select(path => Path.GetFileName(path).Replace(".approved.txt", string.Empty, StringComparison.Ordinal))
            .Except(Room.Libraries).ShouldBeEmpty();
}
