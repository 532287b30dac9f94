using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MyNumber.Architecture.Tests;

/// <summary>One member as one line, near to how C# declares it.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext _nullability = new();

    public static string OfEnumValue(FieldInfo value) =>
        $"{value.Name} = {Convert.ToString(value.GetRawConstantValue(), CultureInfo.InvariantCulture)}";

    public static string Of(FieldInfo field)
    {
        string kind = field.IsLiteral ? "const " : field.IsStatic ? "static " : string.Empty;
        string value = field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : string.Empty;
        return $"{kind}{(field.IsInitOnly ? "readonly " : string.Empty)}{TypeText.Of(field.FieldType, _nullability.Create(field))} {field.Name}{value}";
    }

    public static string Of(ConstructorInfo constructor) =>
        $"{Access(constructor)}{TypeText.Name(constructor.DeclaringType!)}({Parameters(constructor)})";

    public static string Of(PropertyInfo property)
    {
        MethodInfo any = property.GetAccessors(nonPublic: true)[0];
        string name = property.GetIndexParameters().Length == 0
            ? property.Name
            : $"this[{string.Join(", ", property.GetIndexParameters().Select(Of))}]";
        string accessors = string.Join(' ', new[] { Accessor(property.GetMethod, "get"), Accessor(property.SetMethod, IsInit(property) ? "init" : "set") }.OfType<string>());
        return $"{Access(any)}{Kind(any)}{TypeText.Of(property.PropertyType, _nullability.Create(property))} {name} {{ {accessors} }}";
    }

    public static string Of(MethodInfo method)
    {
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : string.Empty;
        return $"{Access(method)}{Kind(method)}{TypeText.Of(method.ReturnType, _nullability.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
    }

    private static string? Accessor(MethodInfo? method, string name) =>
        method is null || !PublicApiText.IsSeen(method) ? null : name + ";";

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : "protected ";

    private static string Kind(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => string.Empty,
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => string.Empty,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Of));

    private static string Of(ParameterInfo parameter)
    {
        string way = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : string.Empty;
        Type type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        string value = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : string.Empty;
        return $"{way}{TypeText.Of(type, _nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
