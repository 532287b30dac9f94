using System.Reflection;
using System.Runtime.CompilerServices;

namespace MyNumber.Architecture.Tests;

public sealed class TypeShapeTests
{
    /// <summary>Classes that are meant to be derived from, and why.</summary>
    private static readonly Dictionary<string, string> _open = new(StringComparer.Ordinal)
    {
        ["MyNumber.Card.CardException"] = "CardRemovedException is one",
        ["MyNumber.Jpki.AspNetCore.Login.JpkiLoginEvents"] = "an application derives its own for EventsType, as with every scheme of ASP.NET Core",
        ["MyNumber.Numbering.Binding.NumberJsonConverter`1"] = "the revealing converters are one",
    };

    public static TheoryData<string> BuiltRooms => [.. Room.Built];

    [Theory]
    [MemberData(nameof(BuiltRooms))]
    public void Classes_are_sealed_or_static_or_listed(string room) =>
        Written(room).Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract)
            .Select(type => type.FullName!).Except(_open.Keys).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(BuiltRooms))]
    public void Structs_are_readonly_or_by_reference_or_inline_arrays(string room) =>
        Written(room).Where(type => type.IsValueType && !type.IsEnum && !type.IsByRefLike && !type.IsDefined(typeof(IsReadOnlyAttribute)) && !type.IsDefined(typeof(InlineArrayAttribute)))
            .Select(type => type.FullName!).ShouldBeEmpty();

    [Fact]
    public void List_of_open_classes_holds_only_open_classes() =>
        _open.Keys.Except(Room.Built.SelectMany(Written).Where(type => type.IsClass && !type.IsSealed).Select(type => type.FullName!)).ShouldBeEmpty();

    [Fact]
    public void No_project_in_src_turns_the_documentation_check_off()
    {
        IEnumerable<string> sources = Directory.EnumerateFiles(Repository.PathOf("src"), "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        sources.Where(path => File.ReadAllText(path).Contains("1591", StringComparison.Ordinal) && File.ReadAllText(path).Contains("CS1591", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static IEnumerable<Type> Written(string room) =>
        Assembly.Load(room).GetTypes().Where(type => !IsGenerated(type));

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.CustomAttributes.Any(mark => mark.AttributeType.Name is "GeneratedCodeAttribute" or "EmbeddedAttribute")
        || type.FullName!.Contains('<', StringComparison.Ordinal)
        || type.Namespace is not { } space || !space.StartsWith("MyNumber.", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
