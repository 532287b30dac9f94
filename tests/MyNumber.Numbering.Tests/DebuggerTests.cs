using System.Diagnostics;
using System.Reflection;

namespace MyNumber.Numbering.Tests;

/// <summary>A debugger shows a guarded number's mask, and nothing that holds digits when the value is opened.</summary>
public sealed class DebuggerTests
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Theory]
    [InlineData(typeof(IndividualNumber))]
    [InlineData(typeof(ResidentRecordCode))]
    [InlineData(typeof(BasicPensionNumber))]
    public void Nothing_that_holds_digits_is_shown(Type type)
    {
        MemberInfo[] members =
        [
            .. type.GetFields(Everything),
            .. type.GetProperties(Everything).Where(property => property.PropertyType != typeof(bool)),
        ];
        members.Length.ShouldBeGreaterThanOrEqualTo(2);
        members.Where(member => member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never)
            .Select(member => member.Name).ShouldBeEmpty();
        type.GetCustomAttribute<DebuggerDisplayAttribute>()!.Value.ShouldBe("{ToString(),nq}");
    }

    [Fact]
    public void Every_guarded_kind_is_among_them() =>
        typeof(IndividualNumber).Assembly.GetExportedTypes().Where(type => type.IsValueType && type.GetMethod("Reveal") is not null)
            .ShouldBe([typeof(IndividualNumber), typeof(ResidentRecordCode), typeof(BasicPensionNumber)], ignoreOrder: true);
}
