using System.Reflection;

namespace MyNumber.Numbering.Tests;

/// <summary>A row of a theory becomes part of a test's name. Guarded numbers stand in a <see cref="Sample"/>, which is shown by its description.</summary>
public sealed class TestNamesTests
{
    [Fact]
    public void No_row_is_a_guarded_number()
    {
        string[] rows = [.. typeof(TestNamesTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().SelectMany(row => row.GetData(method)), (method, row) => (method, row))
            .Where(pair => pair.row.OfType<string>().Any(IsGuarded))
            .Select(pair => $"{pair.method.DeclaringType!.Name}.{pair.method.Name}: {pair.row[0]}")];
        rows.ShouldBeEmpty();
    }

    [Fact]
    public void Sample_shows_its_description_alone() => new Sample("specimen", "123456789018").ToString().ShouldBe("specimen");

    private static bool IsGuarded(string text) =>
        IndividualNumber.TryParse(text, NumberStyle.Lenient, out _, out _) || ResidentRecordCode.TryParse(text, NumberStyle.Lenient, out _, out _);
}
