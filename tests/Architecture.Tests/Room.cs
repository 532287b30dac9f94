using System.Xml.Linq;

namespace MyNumber.Architecture.Tests;

/// <summary>One row of eng/Dependencies.targets.</summary>
internal sealed record Room(string Name, string[] Projects, string[] Packages, string[] Frameworks)
{
    public static IReadOnlyDictionary<string, Room> All { get; } = XDocument.Load(Repository.PathOf("eng", "Dependencies.targets"))
        .Descendants("Room")
        .Select(row => new Room((string)row.Attribute("Include")!, Split(row, "Projects"), Split(row, "Packages"), Split(row, "Frameworks")))
        .ToDictionary(room => room.Name, StringComparer.Ordinal);

    /// <summary>Names of the projects that are in src/ now.</summary>
    public static string[] Built { get; } =
        [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Names of the built projects that users reference.</summary>
    public static string[] Libraries { get; } = [.. Built.Where(name => name != "MyNumber.Cli")];

    /// <summary>This room and all that can be entered from it.</summary>
    public IEnumerable<Room> Reachable() => Projects.SelectMany(name => All[name].Reachable()).Append(this).DistinctBy(room => room.Name);

    private static string[] Split(XElement row, string name) => ((string)row.Attribute(name)!).Split(';', StringSplitOptions.RemoveEmptyEntries);
}
