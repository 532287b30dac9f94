using System.Reflection;
using System.Text;

namespace MyNumber.Architecture.Tests;

/// <summary>Prints what a user of an assembly can see: one line per type, one per member, in ordinal order.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => (IsReadOnly(type) ? "readonly " : string.Empty) + (type.IsByRefLike ? "ref struct" : "struct"),
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        IEnumerable<Type> inherited = type.IsEnum ? [Enum.GetUnderlyingType(type)] : Bases(type);
        string tail = string.Join(", ", inherited.Select(TypeText.Of));
        return $"{kind} {type.Namespace}.{TypeText.Of(type)}{(tail.Length == 0 ? string.Empty : " : " + tail)}";
    }

    private static bool IsReadOnly(Type type) => type.CustomAttributes.Any(mark => mark.AttributeType.Name == "IsReadOnlyAttribute");

    private static IEnumerable<Type> Bases(Type type)
    {
        if (type.IsClass && type.BaseType is { } parent && parent != typeof(object) && !typeof(Delegate).IsAssignableFrom(type))
        {
            yield return parent;
        }

        foreach (Type contract in type.GetInterfaces().Where(contract => contract.IsVisible && !typeof(Delegate).IsAssignableFrom(type))
            .OrderBy(TypeText.Of, StringComparer.Ordinal))
        {
            yield return contract;
        }
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [MemberText.Of(type.GetMethod("Invoke")!)];
        }

        IEnumerable<string> fields = type.GetFields(Declared).Where(IsSeen).Select(MemberText.Of);
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(MemberText.OfEnumValue);
        }

        return fields
            .Concat(type.GetConstructors(Declared).Where(IsSeen).Select(MemberText.Of))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsSeen)).Select(MemberText.Of))
            .Concat(type.GetEvents(Declared).Where(item => IsSeen(item.AddMethod!)).Select(item => $"event {TypeText.Of(item.EventHandlerType!)} {item.Name}"))
            .Concat(type.GetMethods(Declared).Where(method => IsSeen(method) && IsWritten(method)).Select(MemberText.Of));
    }

    internal static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSeen(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsWritten(MethodInfo method) =>
        !method.Name.Contains('<', StringComparison.Ordinal)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));
}
