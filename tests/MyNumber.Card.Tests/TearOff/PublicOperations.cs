using System.Reflection;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Channels;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Tests.TearOff;

/// <summary>Lists every public method of the card library that speaks to a card.</summary>
internal static class PublicOperations
{
    public static IEnumerable<string> All() =>
        from type in typeof(CardSession).Assembly.GetExportedTypes()
        where !type.IsInterface
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && Speaks(type, method)
        select $"{type.Name}.{method.Name}({string.Join(',', Parameters(method).Select(parameter => parameter.Name))})";

    private static bool Speaks(Type type, MethodInfo method) =>
        IsPending(method.ReturnType)
        || (type == typeof(CardSession) && !method.IsStatic && method.Name != nameof(CardSession.Dispose))
        || (type.IsAssignableTo(typeof(ICardChannel)) && method.Name == nameof(ICardChannel.Transmit))
        || (type == typeof(CardBackedRsa) && method.Name == nameof(CardBackedRsa.SignHash))
        || (type != typeof(CardSession) && Parameters(method).Any(parameter => parameter == typeof(CardSession) || parameter.IsAssignableTo(typeof(ICardChannel))));

    private static bool IsPending(Type type) =>
        type == typeof(ValueTask) || type.IsAssignableTo(typeof(Task)) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static IEnumerable<Type> Parameters(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Where(parameter => parameter != typeof(CancellationToken));
}
