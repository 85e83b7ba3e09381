// Leaves out of the mutants what is thrown: an exception is a fault of ours, its words are for whoever mends it.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const thrown = {
  shouldIgnore({ node, parentPath }) {
    if (node.type !== 'StringLiteral' && node.type !== 'TemplateLiteral') return undefined;
    return parentPath?.node.type === 'NewExpression' && parentPath.parentPath?.node.type === 'ThrowStatement'
      ? 'the words of an exception'
      : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'thrown', thrown)];
