using System.Reflection;

namespace MyNumber.Jpki.AspNetCore.Tests;

/// <summary>A row of a theory becomes part of a test's name, so it holds a description and no PIN, password or number.</summary>
public sealed class TestNamesTests
{
    private static readonly string[] Shapes = ["31323334", "33343536", "30303030", "39383736", "123456789", "4142433132", "ABC123", "ABC12", "12345"];

    [Fact]
    public void No_row_holds_a_secret_by_its_shape()
    {
        string[] rows = [.. typeof(TestNamesTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().SelectMany(row => row.GetData(method)), (method, row) => (method, row))
            .Where(pair => pair.row.OfType<string>().Any(text => Shapes.Any(shape => text.Replace(" ", string.Empty, StringComparison.Ordinal).Contains(shape, StringComparison.OrdinalIgnoreCase))))
            .Select(pair => $"{pair.method.DeclaringType!.Name}.{pair.method.Name}: {pair.row[0]}")];
        rows.ShouldBeEmpty();
    }
}
