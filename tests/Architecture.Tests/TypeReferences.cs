using System.Reflection;

namespace MyNumber.Architecture.Tests;

/// <summary>The types that a type uses: in its declaration, in its members' signatures and in their bodies.</summary>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Of(Type type) =>
        Declaration(type).Concat(type.GetMembers(Declared).SelectMany(member => Signature(member).Concat(Body(member)))).SelectMany(Parts);

    private static IEnumerable<Type> Declaration(Type type) =>
        [.. type.GetInterfaces(), .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes, .. Bounds(type.IsGenericType ? type.GetGenericArguments() : [])];

    /// <summary>Constants leave no trace in a body, so a used member counts with its whole signature: an enum value is seen by the parameter that takes it.</summary>
    private static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.FieldType],
        MethodBase method =>
        [
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method is MethodInfo function ? [function.ReturnType] : Type.EmptyTypes,
            .. Bounds(method.IsGenericMethod ? method.GetGenericArguments() : []),
        ],
        _ => [],
    };

    private static IEnumerable<Type> Body(MemberInfo member)
    {
        if (member is not MethodBase method || method.GetMethodBody() is not { } body)
        {
            return [];
        }

        IEnumerable<Type> named = CodeReferences.In(method)
            .SelectMany(used => Signature(used).Concat(used.DeclaringType is { } owner ? [owner] : Type.EmptyTypes));
        return body.LocalVariables.Select(local => local.LocalType)
            .Concat(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType!))
            .Concat(named);
    }

    private static IEnumerable<Type> Bounds(Type[] arguments) =>
        arguments.Concat(arguments.Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints()));

    /// <summary>The type without arrays, references and pointers, and its type arguments.</summary>
    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type),
        _ => [type],
    };
}
