using System.Reflection;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Routes;
using MyNumber.Numbering;

namespace MyNumber.Linkage.Tests.Core;

/// <summary>What the roles outside of the core can and cannot say to it.</summary>
public sealed class SeparationTests
{
    public static TheoryData<string, Type> Roles => new() { { "agency", typeof(AgencyDoor) }, { "J-LIS", typeof(JlisDesk) }, { "domicile", typeof(FamilyRegisterDesk) } };

    [Theory]
    [MemberData(nameof(Roles))]
    public void No_role_hands_in_a_code_or_meets_a_link_code(string description, Type role)
    {
        foreach (MethodInfo method in role.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            Type[] given = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
            given.ShouldNotContain(typeof(AgencyCode), $"{description}: {method.Name}");
            given.Append(method.ReturnType).ShouldAllBe(type => !Mentions(type, typeof(LinkCode)), $"{description}: {method.Name}");
            given.Append(method.ReturnType).ShouldAllBe(type => !Mentions(type, typeof(ResidentRecordCode)), $"{description}: {method.Name}");
        }
    }

    [Fact]
    public void Answer_to_an_agency_holds_one_code_and_no_link() =>
        typeof(AcquisitionAnswer).GetProperties().Select(property => property.PropertyType).Where(type => type == typeof(AgencyCode) || type == typeof(LinkCode))
            .ShouldBe([typeof(AgencyCode)]);

    private static bool Mentions(Type type, Type wanted) =>
        type == wanted || type.GetGenericArguments().Any(part => Mentions(part, wanted))
        || (type.Namespace?.StartsWith("MyNumber.Linkage.Core", StringComparison.Ordinal) == true && type.GetProperties().Any(property => property.PropertyType == wanted));
}
