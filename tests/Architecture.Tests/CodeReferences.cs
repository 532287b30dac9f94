using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace MyNumber.Architecture.Tests;

/// <summary>The members and types that a method body names, read from its instructions (ECMA-335 partition III).</summary>
internal static class CodeReferences
{
    private static readonly Dictionary<ushort, OperandType> _operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => unchecked((ushort)code.Value), code => code.OperandType);

    public static IEnumerable<MemberInfo> In(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int at = 0; at < code.Length;)
        {
            OperandType operand = _operands[code[at] == 0xFE ? (ushort)(0xFE00 | code[at + 1]) : code[at]];
            at += code[at] == 0xFE ? 2 : 1;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return Resolve(method, BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)));
            }

            at += Length(operand, code.AsSpan(at));
        }
    }

    private static MemberInfo Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null)!;

    private static int Length(OperandType operand, ReadOnlySpan<byte> rest) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(rest)),
        _ => 4,
    };
}
